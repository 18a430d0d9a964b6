import type { Absence, Activity, Case } from "../schema/case.ts";
import type { Condition } from "../schema/condition.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import { dayAfter, dayAsNumber, daysFromTo } from "./days.ts";
import type { JudgedCondition, JudgedFacts } from "./judge.ts";

type Value = number | string | boolean;
type Kind = "decimal" | "count" | "day" | "text" | "boolean";

const KINDS: Readonly<Record<string, Kind>> = {
  "member.since": "day",
  "activity.endedOn": "day",
  "activity.units": "decimal",
};

function kindOf(fact: string, ruleSet: RuleSet): Kind {
  if (fact.startsWith("amount.") || fact.startsWith("measure.")) return "decimal";
  const attribute = ruleSet.attributes?.consultant.find(({ id }) => fact === `consultant.${id}`);
  if (attribute) return attribute.type === "number" ? "decimal" : attribute.type;
  return KINDS[fact] ?? "count";
}

/** A value as the second opinion compares it: decimals in hundredths, days as numbers. */
function asCompared(kind: Kind, value: Value): Value {
  if (kind === "decimal") return Math.round((value as number) * 100);
  return kind === "day" ? dayAsNumber(value as string) : value;
}

/** A condition of the rule set as json-rules-engine has to see it. */
export function translate(condition: Condition, ruleSet: RuleSet): JudgedCondition {
  if ("all" in condition) return { all: condition.all.map((branch) => translate(branch, ruleSet)) };
  if ("any" in condition) return { any: condition.any.map((branch) => translate(branch, ruleSet)) };
  if ("not" in condition) return { not: translate(condition.not, ruleSet) };
  const { fact, operator, value } = condition;
  const kind = kindOf(fact, ruleSet);
  const compared = Array.isArray(value)
    ? value.map((item) => asCompared(kind, item))
    : typeof value === "object"
      ? value
      : asCompared(kind, value);
  return { fact, operator, value: compared } as unknown as JudgedCondition;
}

/** The facts of the consultant, known from the beginning. */
export function consultantFacts(
  { consultant }: Case,
  ruleSet: RuleSet,
  period: { from: string; to: string },
): JudgedFacts {
  const since = dayAsNumber(consultant.memberSince);
  const attributes = (ruleSet.attributes?.consultant ?? []).map(({ id, default: otherwise }) => {
    const fact = `consultant.${id}`;
    return [fact, asCompared(kindOf(fact, ruleSet), consultant.attributes?.[id] ?? otherwise)];
  });
  return {
    "member.since": since,
    "member.joinedInYear": since >= dayAsNumber(period.from) && since <= dayAsNumber(period.to),
    ...Object.fromEntries(attributes),
  };
}

/** The facts of one absence. */
export function absenceFacts({ kind, ground, from, to }: Absence, period: { from: string; to: string }): JudgedFacts {
  const last = to === null || to > period.to ? period.to : to;
  const restored = to === null ? "" : dayAfter(to);
  return {
    "absence.kind": kind,
    "absence.ground": ground ?? "",
    "absence.daysInYear": daysFromTo(from > period.from ? from : period.from, last),
    "absence.restoredInYear": restored >= period.from && restored <= period.to,
  };
}

/** The facts of one activity. */
export const activityFacts = ({ from, to, units, evidence }: Activity): JudgedFacts => ({
  "activity.endedOn": dayAsNumber(to),
  "activity.days": daysFromTo(from, to),
  "activity.units": Math.round((units ?? 1) * 100),
  "activity.documents": evidence.length,
});
