import { addDays, addMonths, monthOfDay, previousDay, yearOfDay } from "../calendar.ts";
import { conditionPlaces, factPlaces } from "../check/places.ts";
import { comparisonsOf, factNamesOf } from "../facts/conditions.ts";
import type { FactValue } from "../facts/fact-types.ts";
import type { Rules } from "../prepare.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import type { Boundaries } from "./boundaries.ts";
import type { Choice, Dimension } from "./dimension.ts";

/** The names of every fact that the rule set reads. */
export const factsReadBy = (ruleSet: RuleSet): Set<string> =>
  new Set([
    ...conditionPlaces(ruleSet).flatMap(({ condition }) => comparisonsOf(condition).flatMap(factNamesOf)),
    ...factPlaces(ruleSet).map(({ fact }) => fact),
  ]);

const isDayOfYears = (value: FactValue): value is string => typeof value === "string";

/** The reporting years: those of a cycle, and those in which the days that conditions name lie. */
function years({ ruleSet }: Rules, boundaries: Boundaries): number[] {
  const { effectiveYear: first, cycle } = ruleSet;
  const ofCycle = Array.from({ length: cycle?.years ?? 1 }, (_, at) => first + at);
  const named = [...boundaries]
    .filter(([name]) => name === "member.since" || name === "activity.endedOn")
    .flatMap(([, values]) => values.filter(isDayOfYears).map(yearOfDay))
    .filter((year) => year >= first && year < first + 30);
  return [...new Set([...ofCycle, ...named, ...(ofCycle.length > 1 ? [] : [first + 1])])];
}

/** The days of joining: long ago, at the ends of the year, in each month where months matter, and those that are named. */
function joinings({ ruleSet }: Rules, boundaries: Boundaries, read: ReadonlySet<string>): Choice[] {
  const byMonth =
    ["member.joinedMonth", "member.monthsInYear"].some((name) => read.has(name)) ||
    ruleSet.amounts.some(({ proRata }) => proRata);
  const back = (boundaries.get("member.year") ?? []).filter((n) => (n as number) > 1) as number[];
  const ofCycle = typeof ruleSet.cycle?.anchor === "object" ? ruleSet.cycle.years : 0;
  const earlier = [...new Set([1, ...back.map((n) => n - 1), ...Array.from({ length: ofCycle }, (_, at) => at + 1)])];
  const months = byMonth ? Array.from({ length: 12 }, (_, at) => at) : [6];
  const days = (boundaries.get("member.since") ?? []).filter(isDayOfYears);
  return [
    () => {},
    ...earlier.map(
      (n): Choice =>
        (d) => {
          d.memberSince = addDays(addMonths(d.days.period.from, -12 * n), 40);
        },
    ),
    ...months.map(
      (n): Choice =>
        (d) => {
          d.memberSince = addDays(addMonths(d.days.period.from, n), 14);
        },
    ),
    ...(read.has("member.joinedMonth") ? months : []).map(
      (n): Choice =>
        (d) => {
          d.memberSince = addDays(addMonths(d.days.period.from, n - 48), 14);
        },
    ),
    (d) => {
      d.memberSince = d.days.period.from;
    },
    (d) => {
      d.memberSince = previousDay(d.days.period.from);
    },
    (d) => {
      d.memberSince = d.days.period.to;
    },
    ...days.map(
      (day): Choice =>
        (d) => {
          d.memberSince = day;
        },
    ),
  ];
}

const leavings = (read: ReadonlySet<string>): Choice[] =>
  (read.has("member.monthsInYear") ? [0, 2, 5, 8] : []).map(
    (months): Choice =>
      (d) => {
        const day = addDays(addMonths(d.days.period.from, months), 14);
        d.memberUntil = day >= d.memberSince && monthOfDay(day) > 0 ? day : null;
      },
  );

/** In what consultants and their reporting years differ. */
export function consultantDimensions(rules: Rules, boundaries: Boundaries): Dimension[] {
  const { ruleSet } = rules;
  const read = factsReadBy(ruleSet);
  const attributes = (ruleSet.attributes?.consultant ?? []).map(({ id, default: otherwise }): Dimension => {
    const others = (boundaries.get(`consultant.${id}`) ?? []).filter((value) => value !== otherwise);
    const choices = others.map(
      (value): Choice =>
        (d) => {
          d.attributes[id] = value;
        },
    );
    return { name: `consultant.${id}`, choices: [() => {}, ...choices] };
  });
  const decisions = (ruleSet.decisions ?? []).map(({ id }): Dimension => {
    return { name: `decision.${id}`, choices: [() => {}, (d) => void d.decisions.push(id)] };
  });
  const inYear = years(rules, boundaries).map(
    (year): Choice =>
      (d) => {
        d.year = year;
        d.days = rules.yearOf(year);
        d.memberSince = addMonths(d.days.period.from, -120);
      },
  );
  return [
    { name: "year", choices: inYear },
    { name: "since", choices: joinings(rules, boundaries, read) },
    { name: "until", choices: [() => {}, ...leavings(read)] },
    ...attributes,
    ...decisions,
  ];
}
