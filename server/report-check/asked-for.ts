import { hashOf } from "../../engine/hash.ts";
import type { RuleSet } from "../../engine/index.ts";
import { looksAtEarlierYears } from "../recording/looks-back.ts";
import { declaredFields } from "./declared-fields.ts";

/** Whether a weight is per unit, so that the number of units is asked for with the rest. */
export const asksForUnits = ({ forms }: RuleSet): boolean =>
  forms.some(({ per, credits = [] }) =>
    [per, ...credits.map((credit) => credit.per)].some(
      (one) => typeof one === "object" && one.fact === "activity.units",
    ),
  );

/** Whether dated decisions are asked for. */
export const asksForDecisions = ({ decisions = [] }: RuleSet): boolean => decisions.length > 0;

/**
 * Marks what the form asks for under a rule set beyond the common fields; empty where it is nothing. A form is shown
 * for one year and may be sent for another, whose rules ask for more.
 */
export function askedFor(ruleSet: RuleSet | null): string {
  if (!ruleSet) return "";
  const { consultant, activities, history } = declaredFields(ruleSet);
  const asked = [
    ...consultant.map(({ path }) => `consultant ${path}`),
    ...activities.map(({ path }) => `activity ${path}`),
    ...(asksForUnits(ruleSet) ? ["units"] : []),
    ...(asksForDecisions(ruleSet) ? ["decisions"] : []),
    ...(looksAtEarlierYears(ruleSet) ? ["history", ...history.map(({ path }) => path)] : []),
  ];
  return asked.length === 0 ? "" : hashOf(asked).slice(0, 16);
}
