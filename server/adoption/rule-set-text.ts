import { readJson } from "../../engine/reading/json.ts";
import type { Place } from "./adopted-sets.ts";
import { AdoptionRefused } from "./adoption-refused.ts";

/** The text of a rule set's file: two spaces a step, a newline at the end; the same bytes for the same value. */
export const writeRuleSet = (ruleSet: unknown): string => `${JSON.stringify(ruleSet, null, 2)}\n`;

/**
 * Writes the year and the revision into a rule set's text: nobody else enters them.
 * @throws {AdoptionRefused} `has-errors` where the text is no JSON, or says something twice: what would be left out of it
 * silently would not be what its authors saved.
 */
export function stamp(text: string, { effectiveYear, revision }: Place): string {
  const read = readJson(text);
  if (read.problems) throw new AdoptionRefused("has-errors", { errors: read.problems.length });
  return writeRuleSet({ ...(read.value as object), effectiveYear, revision });
}
