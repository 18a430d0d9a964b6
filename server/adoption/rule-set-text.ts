import type { Place } from "./adopted-sets.ts";

/** The text of a rule set's file: two spaces a step, a newline at the end; the same bytes for the same value. */
export const writeRuleSet = (ruleSet: unknown): string => `${JSON.stringify(ruleSet, null, 2)}\n`;

/** Writes the year and the revision into a rule set's text: nobody else enters them. */
export function stamp(text: string, { effectiveYear, revision }: Place): string {
  return writeRuleSet({ ...JSON.parse(text), effectiveYear, revision });
}
