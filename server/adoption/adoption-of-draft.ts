import { parseRuleSet } from "../../engine/index.ts";
import type { RecordChange } from "../store/change.ts";
import type { Adoption, Draft, KeptRuleSet, Stored } from "../store/records.ts";
import type { AdoptedSet } from "./adopted-sets.ts";
import { demand } from "./adoption-refused.ts";
import { baseOfDraft } from "./base-of-draft.ts";
import { passGate } from "./gate.ts";
import { isCarried, reviewOf } from "./review.ts";

/** The records of a set that is adopted: its text by its hash, and its place. The place can be taken once. */
export function recordsOfAdoption(
  adoption: Adoption,
  { regime, text }: Pick<KeptRuleSet, "regime" | "text">,
): RecordChange[] {
  const { effectiveYear, revision, ruleSet } = adoption;
  return [
    { kind: "rule-set", id: ruleSet, from: 0, state: { regime, effectiveYear, revision, text } },
    { kind: "adoption", id: `${effectiveYear}-${revision}`, from: 0, state: adoption },
  ];
}

/**
 * The records of an adoption: the draft that was carried, and the rule set that comes of it.
 * @param day the day of the adoption in Asia/Almaty.
 * @throws {AdoptionRefused} where the draft may not be adopted on that day, or not any more.
 */
export function adoptionOfDraft(
  { id, version, state: draft }: Stored<Draft>,
  sets: readonly AdoptedSet[],
  day: string,
): RecordChange[] {
  const review = reviewOf(draft);
  const { place } = baseOfDraft(draft, sets, day);
  const { regime, effectiveYear, revision } = parseRuleSet(draft.text);
  demand(place.effectiveYear === effectiveYear && place.revision === revision, "year-has-turned");
  demand(isCarried(review), "not-in-review");
  const ruleSet = passGate(draft.text);
  demand(ruleSet === review.sha256, "another-text");
  const adoption = { ...place, ruleSet, adoptedOn: day, draft: id };
  return [
    { kind: "draft", id, from: version, state: { ...draft, status: "adopted" } },
    ...recordsOfAdoption(adoption, { regime, text: draft.text }),
  ];
}
