import type { PublishedRules } from "../published-rules.ts";
import type { Change, Committed, RecordChange } from "../store/change.ts";
import { Conflict } from "../store/failures.ts";
import type { Store } from "../store/store.ts";

/** The rule set as a record, with the text of its file. */
const keep = ({ ruleSet, sha256, text }: PublishedRules): RecordChange => ({
  kind: "rule-set",
  id: sha256,
  from: 0,
  state: {
    regime: ruleSet.regime,
    effectiveYear: ruleSet.effectiveYear,
    revision: ruleSet.revision,
    text,
  },
});

const isOnRuleSets = (error: unknown): boolean =>
  error instanceof Conflict && error.records.every(({ kind }) => kind === "rule-set");

/**
 * Commits a change together with the rule set that it rests on, where the store does not hold that yet. Two first
 * decisions may come at once: then the one that comes second leaves the rule set out.
 * @throws {Conflict} where another record was changed since.
 */
export async function commitWithRuleSet(store: Store, change: Change, rules: PublishedRules): Promise<Committed> {
  if (await store.ruleSet(rules.sha256)) return store.commit(change);
  try {
    return await store.commit({ ...change, records: [...change.records, keep(rules)] });
  } catch (error) {
    if (!isOnRuleSets(error)) throw error;
    return store.commit(change);
  }
}
