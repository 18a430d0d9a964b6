import { type CompiledRuleSet, compile } from "../../engine/compile.ts";
import type { RuleSet } from "../../engine/index.ts";

/** What recorded cases are decided by once more, instead of what they were decided by. */
export interface Trial {
  /** Rule sets, each with the first reporting year that it decides, the oldest first. */
  sets: readonly (readonly [from: number, ruleSet: RuleSet])[];
  /** The day as of which all are decided; null for the day of each one's own decision. */
  asOf: string | null;
}

/** One rule set for every year. */
export const trialOf = (ruleSet: RuleSet): Trial => ({ sets: [[0, ruleSet]], asOf: null });

/** The set of a trial for a reporting year; null before the first. */
export type SetFor = (reportingYear: number) => CompiledRuleSet | null;

/** Makes the sets of a trial ready to decide. */
export function setsOfTrial({ sets }: Trial): SetFor {
  const compiled = sets.map(([from, ruleSet]) => ({ from, rules: compile(ruleSet) }));
  return (reportingYear) => compiled.findLast(({ from }) => from <= reportingYear)?.rules ?? null;
}
