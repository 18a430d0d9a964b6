import type { Attribute, RuleSet } from "../schema/rule-set.ts";
import { dayAsNumber } from "./days.ts";
import { PARTS, partsOf } from "./exact.ts";
import type { JudgedFact } from "./judge.ts";

type Kind = "decimal" | "count" | "day" | "text" | "boolean";

/** The kinds of the facts that every rule set may compare with a constant, beside counts. */
const KINDS: Readonly<Record<string, Kind>> = {
  "member.since": "day",
  "activity.endedOn": "day",
  "activity.units": "decimal",
};

/** What kind of value the fact has. Texts and booleans are compared as counts are: as they stand. */
export function kindOf(fact: string, ruleSet: RuleSet): Kind {
  if (fact.startsWith("amount.")) return "decimal";
  const measure = ruleSet.measures.find(({ id }) => fact === `measure.${id}`);
  if (measure) return measure.count ? "count" : "decimal";
  const { consultant = [], activity = [] } = ruleSet.attributes ?? {};
  const attribute =
    consultant.find(({ id }) => fact === `consultant.${id}`) ?? activity.find(({ id }) => fact === `activity.${id}`);
  if (attribute) return attribute.type === "number" ? "decimal" : attribute.type;
  return KINDS[fact] ?? "count";
}

/** A written value as the second opinion compares it: decimals in parts, days as numbers. */
export function asCompared(kind: Kind, value: number | string | boolean): JudgedFact {
  if (kind === "decimal") return partsOf(value as number);
  return kind === "day" ? dayAsNumber(value as string) : value;
}

/** The value of an attribute, or what holds where the case says nothing of it. */
export const attributeOf = (
  given: Readonly<Record<string, number | string | boolean>> | undefined,
  { id, default: otherwise }: Attribute,
): number | string | boolean => (given && Object.hasOwn(given, id) ? given[id] : undefined) ?? otherwise;

/** A fact that is a number, in parts: a count of 3 is 3 points. */
export const inParts = (fact: JudgedFact | undefined): bigint =>
  typeof fact === "bigint" ? fact : BigInt(Number(fact)) * PARTS;
