import { type AdoptedSet, adoptedSets } from "../../adoption/adopted-sets.ts";
import type { RuleBook } from "../../published-rules.ts";
import type { Store } from "../../store/store.ts";

/** The sets that a draft may be made from: the adopted ones, and those that were published with the program. */
export async function startingPoints(store: Store, { published }: RuleBook): Promise<AdoptedSet[]> {
  const adopted = await adoptedSets(store);
  const others = published
    .filter(({ sha256 }) => !adopted.some(({ ruleSet }) => ruleSet === sha256))
    .map(({ sha256, ruleSet: { effectiveYear, revision }, text }): AdoptedSet => {
      return { effectiveYear, revision, ruleSet: sha256, adoptedOn: null, draft: null, text };
    });
  return [...adopted, ...others];
}
