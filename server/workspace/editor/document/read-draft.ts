import { type Reading, readJson } from "../../../../engine/reading/json.ts";
import { type Problem, problem } from "../../../../engine/reading/problem.ts";
import { type Fields, isFields } from "./fields.ts";

/** A draft's document, or why its text is none. */
export type ReadDraft = { document: Fields; problems: null } | { document: null; problems: readonly Problem[] };

/** The longest text that a draft may have, in characters. */
export const LONGEST_DRAFT = 2_000_000;

/** Reads a draft's text strictly. It may have problems as a rule set, but it has to be a JSON object. */
export function readDraft(text: string): ReadDraft {
  if (text.length > LONGEST_DRAFT) {
    return { document: null, problems: [problem("too-large", "", { limit: LONGEST_DRAFT })] };
  }
  const reading: Reading = readJson(text);
  if (reading.problems) return { document: null, problems: reading.problems };
  if (!isFields(reading.value))
    return { document: null, problems: [problem("wrong-type", "", { expected: "object" })] };
  return { document: reading.value, problems: null };
}
