import type { Mismatch } from "../../../engine/check/expectation.ts";
import type { Language, RuleSet } from "../../../engine/index.ts";
import { formatDayInTable } from "../../language/days.ts";
import { type Messages, messages } from "../../language/messages.ts";
import { formatNumber } from "../../language/numbers.ts";
import { asFields } from "../editor/document/fields.ts";

/** A place where a decision is not as expected, in words. */
export interface SaidMismatch {
  place: string;
  expected: string;
  actual: string;
}

const OF_ACTIVITY = /^\/activities\/(\d+)\//;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Where the values of a place are words of the decision: what says them. */
const KEYS: Readonly<Record<string, (value: string) => string>> = {
  outcome: (value) => `outcome.${value}`,
  "obligation-status": (value) => `examples.value.${value}`,
  "report-status": (value) => `year.report.${value}`,
  "activities-reason": (value) => `reason.${value}`,
};

/** Where they are ids of parts of the rules: which ones. */
const PARTS: Readonly<Record<string, "sanctions" | "exemptions">> = {
  "obligation-exemption": "exemptions",
  "sanction-imposed": "sanctions",
  "sanction-due": "sanctions",
};

/** The place without the number of an activity: `points-total`, `activities-reason`. */
export const keyOf = (pointer: string): string =>
  pointer.replace(OF_ACTIVITY, "/activities/").slice(1).replaceAll("/", "-");

/** What a place of a decision is called. */
export function sayPlace(say: Messages, pointer: string): string {
  const key = `examples.place.${keyOf(pointer)}`;
  const place = say.has(key) ? say(key) : pointer;
  const at = OF_ACTIVITY.exec(pointer)?.[1];
  return at === undefined ? place : `${say("row.activities", { number: Number(at) + 1 })} – ${place}`;
}

/** A remark on the report, as a decision has it, in a sentence without its figures. */
function sayRemark(say: Messages, remark: unknown): string {
  const { code } = asFields(remark);
  const key = [`examples.remark.${code}`, `finding.${code}`].find((one) => say.has(one));
  return key === undefined ? JSON.stringify(remark) : say(key);
}

/** Says a value of a decision at a place, in the words of the rules that decided. */
export function sayValue(language: Language, ruleSet: RuleSet, pointer: string, value: unknown): string {
  const say = messages(language);
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) {
    return say("examples.value.none");
  }
  if (pointer === "/findings" && Array.isArray(value)) return value.map((one) => sayRemark(say, one)).join(" ");
  if (typeof value === "number") return formatNumber(language, value);
  if (typeof value !== "string") return JSON.stringify(value);
  if (DAY.test(value)) return formatDayInTable(language, value);
  const place = keyOf(pointer);
  const parts = PARTS[place];
  const part = parts && ruleSet[parts].find(({ id }) => id === value);
  if (part) return part.name[language];
  const key = KEYS[place]?.(value);
  return key !== undefined && say.has(key) ? say(key) : value;
}

/** Says where a decision is not as expected: what was expected, and what was decided. */
export function mismatchInWords(
  language: Language,
  ruleSet: RuleSet,
  { pointer, expected, actual }: Mismatch,
): SaidMismatch {
  return {
    place: sayPlace(messages(language), pointer),
    expected: sayValue(language, ruleSet, pointer, expected),
    actual: sayValue(language, ruleSet, pointer, actual),
  };
}
