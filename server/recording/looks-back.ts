import type { RuleSet } from "../../engine/index.ts";
import type { Measure } from "../../engine/schema/rule-set.ts";

const looksBack = ({ over = "year" }: Measure): boolean => over !== "year";

/** The measures that sum over several years, beside the total, which is what each year was credited with. */
export const measuresLookingBack = ({ measures }: RuleSet): Measure[] =>
  measures.filter((measure) => looksBack(measure) && measure.count !== "unfulfilled-years" && measure.id !== "total");

/** Whether a decision under the rules may rest on earlier years. */
export const looksAtEarlierYears = ({ carryOver, measures }: RuleSet): boolean =>
  carryOver !== undefined || measures.some(looksBack);
