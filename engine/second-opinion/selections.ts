import type { Selection } from "../schema/ledger.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import { type Entry, partsIn } from "./entries.ts";
import type { Judged } from "./judge.ts";
import { conditionsOf } from "./translate.ts";

/** The conditions by which limits, measures, their terms and the carry-over select activities, each by its place. */
export function selectionConditions(ruleSet: RuleSet): Judged[] {
  return [
    ...conditionsOf("limits", ruleSet.limits ?? [], ruleSet),
    ...conditionsOf("measures", ruleSet.measures, ruleSet),
    ...ruleSet.measures.flatMap(({ terms = [] }, at) => conditionsOf(`measures/${at}/terms`, terms, ruleSet)),
    ...conditionsOf("carryOver", ruleSet.carryOver ? [ruleSet.carryOver] : [], ruleSet),
  ];
}

/** Whether the credits of the activity are meant by the selection that stands in this place. */
export const isSelected = ({ activity, held }: Entry, { forms, when }: Selection, place: string): boolean =>
  (forms === undefined || forms.includes(activity.form)) && (when === undefined || held.has(place));

/** The sum of the selected credits, in the category of the selection where it names one. */
export const sumOf = (entries: readonly Entry[], selection: Selection, place: string): bigint =>
  entries
    .filter((entry) => isSelected(entry, selection, place))
    .reduce((sum, entry) => sum + partsIn(entry, selection.category), 0n);
