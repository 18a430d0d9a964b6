import { compile, parseRuleSet } from "../../engine/index.ts";
import type { PublishedRules, RuleBook } from "../published-rules.ts";
import { Conflict, StoreRefused } from "../store/failures.ts";
import type { Store } from "../store/store.ts";
import { type AdoptedSet, adoptedSets, type Place } from "./adopted-sets.ts";
import { recordsOfAdoption } from "./adoption-of-draft.ts";

const SYSTEM = { account: null, name: "qagida" };

const placeOf = ({ effectiveYear, revision }: Place): string => `${effectiveYear}-${revision}`;

/** Keeps a set that was published with the program, as adopted before there were records of it. */
async function keep(store: Store, { ruleSet, sha256, text }: PublishedRules): Promise<void> {
  const { regime, effectiveYear, revision } = ruleSet;
  const adoption = { effectiveYear, revision, ruleSet: sha256, adoptedOn: null, draft: null };
  const [kept, place] = recordsOfAdoption(adoption, { regime, text });
  if (!kept || !place) return;
  const records = (await store.ruleSet(sha256)) ? [place] : [kept, place];
  await store.commit({ action: "rule-set.keep", by: SYSTEM, records });
}

async function keepUnlessKept(store: Store, published: PublishedRules): Promise<void> {
  try {
    await keep(store, published);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}

const named = ({ ruleSet: { effectiveYear, revision } }: PublishedRules): string =>
  `rules/${effectiveYear}.json (revision ${revision})`;

/** Refuses a file that got into `rules/` beside the procedure of adoption. */
function refuseUnlessAdopted(file: PublishedRules, adopted: AdoptedSet | undefined): void {
  if (adopted?.ruleSet === file.sha256) return;
  const why = adopted
    ? `is not the rule set that was adopted, ${adopted.ruleSet}. Put it back: qagida rules export`
    : "has not been adopted. Take it away, and propose it as a draft: qagida rules import";
  throw new StoreRefused("damaged", `${named(file)} ${why}`);
}

/** Takes the adopted sets that the store knows into the book of rules. */
export async function takeAdopted(store: Store, book: RuleBook): Promise<void> {
  for (const { text, ruleSet } of await adoptedSets(store)) {
    if (book.published.some(({ sha256 }) => sha256 === ruleSet)) continue;
    const compiled = compile(parseRuleSet(text));
    book.take({ ...compiled, effectiveYear: compiled.ruleSet.effectiveYear, text });
  }
}

/**
 * Brings the store and the book of rules together. In a new store, the sets that were published with the program are
 * kept; from then on a set is published by its adoption alone.
 * @throws {StoreRefused} where a file is not the set that was adopted for its year.
 */
export async function publishAdopted(store: Store, book: RuleBook): Promise<void> {
  const adopted = await adoptedSets(store);
  if (adopted.length === 0) for (const file of book.published) await keepUnlessKept(store, file);
  const places = new Map(adopted.map((set) => [placeOf(set), set]));
  for (const file of adopted.length === 0 ? [] : book.published)
    refuseUnlessAdopted(file, places.get(placeOf(file.ruleSet)));
  await takeAdopted(store, book);
}
