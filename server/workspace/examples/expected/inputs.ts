import { isDay } from "../../../../engine/calendar.ts";
import type { Decision, Language, RuleSet } from "../../../../engine/index.ts";
import { REASONS } from "../../../../engine/schema/decision.ts";
import { readDay, readNumber, writeDay } from "../../../report-check/typed-values.ts";
import { writeValue } from "../../editor/showing/write-value.ts";
import { keyOf } from "../mismatch-in-words.ts";
import type { Place } from "./places.ts";

/** How what is expected at a place is entered: chosen of some values, or typed as a number or a day. */
export type Input = { kind: "choice"; values: readonly unknown[] } | { kind: "number" } | { kind: "day" };

const OUTCOMES: readonly Decision["outcome"][] = ["fulfilled", "unfulfilled", "pending", "exempt", "not-a-member"];
const DUTIES: readonly Decision["obligation"]["status"][] = ["obliged", "exempt", "not-a-member"];
const REPORTS: readonly Decision["report"]["status"][] = ["on-time", "late", "not-due", "missing", "not-required"];

const idsOf = (parts: readonly { id: string }[]): string[] => parts.map(({ id }) => id);

/** The values that a place may have, where they are words of the decision or names of the rules. */
const VALUES: Readonly<Record<string, (ruleSet: RuleSet) => readonly unknown[]>> = {
  outcome: () => OUTCOMES,
  "obligation-status": () => DUTIES,
  "obligation-exemption": ({ exemptions }) => [null, ...idsOf(exemptions)],
  "report-status": () => REPORTS,
  "activities-reason": () => [null, ...REASONS],
  "sanction-imposed": ({ sanctions }) => [null, ...idsOf(sanctions)],
  "sanction-due": ({ sanctions }) => [null, ...idsOf(sanctions)],
};

const DAYS = ["sanction-runsUntil", "report-due"];

const isAmong = (values: readonly unknown[], value: unknown): boolean =>
  values.some((one) => JSON.stringify(one) === JSON.stringify(value));

/** The values that are offered at a place, with what is expected there, whatever it is. */
const choiceWith = (values: readonly unknown[], { expected }: Place): Input => ({
  kind: "choice",
  values: expected === undefined || isAmong(values, expected) ? values : [...values, expected],
});

/** How a place is entered; of a value of no known kind, what was expected and what is decided are offered. */
export function inputOf(ruleSet: RuleSet, place: Place): Input {
  const key = keyOf(place.pointer);
  const values = VALUES[key]?.(ruleSet);
  if (values) return choiceWith(values, place);
  if (DAYS.includes(key)) return { kind: "day" };
  const { expected = place.actual, actual } = place;
  return typeof expected === "number" && typeof actual === "number"
    ? { kind: "number" }
    : choiceWith(actual === undefined ? [] : [actual], place);
}

/** A value as the form holds it. */
export function write(language: Language, { kind }: Input, value: unknown): string {
  if (kind === "choice") return JSON.stringify(value) ?? "";
  if (kind === "day") return typeof value === "string" ? writeDay(value) : "";
  return writeValue(language, value);
}

/** What was entered; undefined where it cannot be read. */
export function read(input: Input, entered: string): unknown {
  const text = entered.trim();
  if (input.kind === "choice") return input.values.find((value) => JSON.stringify(value) === text);
  if (input.kind === "number") {
    const number = readNumber(text);
    return typeof number === "number" ? number : undefined;
  }
  if (text === "") return null;
  const day = readDay(text);
  return isDay(day) ? day : undefined;
}
