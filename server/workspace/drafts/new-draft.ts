import { type AdoptedSet, amendmentOn, correctionOf } from "../../adoption/adopted-sets.ts";
import { writeRuleSet } from "../../adoption/rule-set-text.ts";
import type { Actor, Draft } from "../../store/records.ts";
import { emptyDraft } from "../editor/document/empty-draft.ts";
import { asFields, type Fields } from "../editor/document/fields.ts";
import { inSchemaOrder } from "../editor/document/schema-order.ts";

/** How a draft is begun: what it is called, and the set whose text it takes; null for an empty one. */
export interface Beginning {
  title: string;
  from: AdoptedSet | null;
  /** Why an adopted set is corrected; null for an amendment. */
  correction: string | null;
}

const textOf = ({ from }: Beginning, effectiveYear: number): Fields =>
  from ? asFields(JSON.parse(from.text)) : emptyDraft(effectiveYear);

/**
 * A new draft. Whatever text it begins with, it follows the set that is in force when it would take effect; a correction
 * follows the set that it corrects.
 * @param day the calendar day in Asia/Almaty: an amendment takes effect in the year after it (clause 10.2).
 */
export function newDraft(beginning: Beginning, sets: readonly AdoptedSet[], day: string, by: Actor): Draft {
  const { title, from, correction } = beginning;
  const { base, place } = correction !== null && from ? correctionOf(sets, from) : amendmentOn(day, sets);
  const text = writeRuleSet(inSchemaOrder({ ...textOf(beginning, place.effectiveYear), ...place }));
  return {
    title,
    status: "draft",
    authors: [by],
    basedOn: base?.ruleSet ?? null,
    correction: from ? correction : null,
    text,
    review: null,
    remarks: [],
    looked: [],
    ending: null,
  };
}
