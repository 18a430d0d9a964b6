import type { FactType } from "../../../../engine/facts/fact-types.ts";
import { readDay } from "../../../report-check/typed-values.ts";

const NUMBER = /^-?\d+(?:[.,]\d+)?$/;
const SPACES = /[\s\u00a0\u202f]/g;

/** A number as people write it; anything else stays the text that it is, for the engine to refuse. */
export function readNumber(text: string): number | string {
  const digits = text.replace(SPACES, "");
  return NUMBER.test(digits) ? Number(digits.replace(",", ".")) : text;
}

/** "true" or "false" as a form sends it; undefined where neither was chosen. */
export const readTruth = (text: string): boolean | undefined =>
  text === "true" || text === "false" ? text === "true" : undefined;

/** What was entered as a value of a type; undefined where nothing was, except of a text, which may be empty. */
export function readConstant(text: string, type: FactType | undefined): number | string | boolean | undefined {
  if (type === "boolean") return readTruth(text);
  if (type === "text") return text;
  if (text === "") return undefined;
  if (type === "day") return readDay(text);
  return type === undefined ? text : readNumber(text);
}
