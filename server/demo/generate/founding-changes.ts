import type { PublishedRules } from "../../published-rules.ts";
import type { Change, RecordChange } from "../../store/change.ts";
import type { Actor } from "../../store/records.ts";
import { chamberName } from "../chambers/chamber-name.ts";
import { CHAMBERS } from "../chambers/chambers.ts";
import { accountsOfTheCountry, actorOf, type DemoAccount, officers } from "../demo-accounts.ts";

const SYSTEM: Actor = { account: null, name: "qagida" };

const asRecord = ({ id, state }: DemoAccount): RecordChange => ({ kind: "account", id, from: 0, state });

const keepRules = ({ ruleSet, sha256, text }: PublishedRules): RecordChange => ({
  kind: "rule-set",
  id: sha256,
  from: 0,
  state: { regime: ruleSet.regime, effectiveYear: ruleSet.effectiveYear, revision: ruleSet.revision, text },
});

const chamberRecords = (): RecordChange[] =>
  CHAMBERS.map((chamber) => {
    const { id, region } = chamber;
    return { kind: "chamber", id, from: 0, state: { name: chamberName(chamber), region } };
  });

/** What is there before any consultant: the rule set, the chambers, and the accounts of officers and of the country. */
export function foundingChanges(seed: number, rules: PublishedRules): Change[] {
  const [administrator, ...others] = accountsOfTheCountry(seed) as [DemoAccount, ...DemoAccount[]];
  const by = actorOf(administrator);
  const invited = [...officers(seed), ...others].map(
    (account): Change => ({ action: "account.invite", by, records: [asRecord(account)] }),
  );
  return [
    { action: "account.set-up", by, records: [asRecord(administrator)] },
    { action: "rule-set.keep", by: SYSTEM, records: [keepRules(rules)] },
    { action: "store.load", by: SYSTEM, records: chamberRecords() },
    ...invited,
  ];
}

/** The consultant's account, which comes last. */
export const invitation = (seed: number, account: DemoAccount): Change => ({
  action: "account.invite",
  by: actorOf(accountsOfTheCountry(seed)[0] as DemoAccount),
  records: [asRecord(account)],
});
