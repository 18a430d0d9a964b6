import { addDays, addMonths, nextDay, previousDay } from "../calendar.ts";
import type { Window } from "../evaluation.ts";
import type { EarlierYear } from "../schema/case.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import type { Boundaries } from "./boundaries.ts";
import type { Choice, Dimension } from "./dimension.ts";

const numbers = (boundaries: Boundaries, name: string): number[] =>
  ((boundaries.get(name) ?? []) as number[]).filter((value) => Number.isInteger(value) && value >= 0 && value < 4000);

type Span = (period: Window) => { from: string; to: string | null };

/** Absences that lie in the year, touch its ends, cover it, still run, or last as long as conditions name. */
function spans(boundaries: Boundaries): Span[] {
  const lengths = [...numbers(boundaries, "absence.days"), ...numbers(boundaries, "absence.daysInYear")];
  const months = numbers(boundaries, "absences.monthsInYear").filter((n) => n > 0 && n <= 12);
  return [
    ({ from }) => ({ from: addDays(from, 40), to: addDays(from, 70) }),
    ({ from }) => ({ from: addMonths(from, -3), to: previousDay(from) }),
    ({ from }) => ({ from: addMonths(from, -3), to: from }),
    ({ from }) => ({ from: addMonths(from, -3), to: previousDay(previousDay(from)) }),
    ({ to }) => ({ from: to, to: null }),
    ({ from, to }) => ({ from: addDays(from, 100), to: nextDay(to) }),
    ({ to }) => ({ from: addMonths(to, -3), to: previousDay(to) }),
    ({ from, to }) => ({ from, to }),
    ...[...new Set(lengths)]
      .filter((n) => n > 0)
      .map(
        (n): Span =>
          ({ from }) => ({ from: addDays(from, 20), to: addDays(from, 19 + n) }),
      ),
    ...[...new Set(months)].map(
      (n): Span =>
        ({ from }) => ({ from, to: previousDay(addMonths(from, n)) }),
    ),
  ];
}

function absences({ absences: kinds }: RuleSet, boundaries: Boundaries): Choice[] {
  const named = ((boundaries.get("absence.ground") ?? []) as string[]).filter((ground) => ground !== "");
  const grounds = [undefined, ...named, ...(named.length > 0 ? ["other"] : [])];
  return kinds.flatMap(({ id: kind }) =>
    grounds.flatMap((ground) =>
      spans(boundaries).map(
        (span): Choice =>
          (d) => {
            d.absences = [{ kind, ...(ground === undefined ? {} : { ground }), ...span(d.days.period) }];
          },
      ),
    ),
  );
}

const A_LOT = 1000;

/** Earlier years: none, some unfulfilled, one that leaves points, and some in which much was done. */
function histories({ measures, carryOver }: RuleSet, boundaries: Boundaries): Choice[] {
  const counted = measures.filter(({ count }) => count === "unfulfilled-years").map(({ id }) => `measure.${id}`);
  const counts = [...new Set(counted.flatMap((name) => numbers(boundaries, name)))].filter((n) => n > 0 && n < 20);
  const looksBack = carryOver !== undefined || measures.some(({ over = "year", count }) => over !== "year" && !count);
  const many = Object.fromEntries(measures.map(({ id }) => [id, A_LOT]));
  const years =
    (n: number, entry: Omit<EarlierYear, "reportingYear">): Choice =>
    (d) => {
      d.history = Array.from({ length: n }, (_, at) => ({ reportingYear: d.year - 1 - at, ...entry }));
    };
  return [
    ...counts.map((n) => years(n, { credited: 0, outcome: "unfulfilled" })),
    ...(looksBack ? [years(1, { credited: A_LOT, outcome: "fulfilled", carriedOut: A_LOT, measures: many })] : []),
  ];
}

/** In what the records of a case differ: absences, earlier years, the report. */
export function recordDimensions(ruleSet: RuleSet, boundaries: Boundaries): Dimension[] {
  const late = [...new Set(numbers(boundaries, "report.daysLate"))].filter((n) => n > 0 && n < 400);
  const reports = [null, ...late].map(
    (reported): Choice =>
      (d) => {
        d.reported = reported;
      },
  );
  return [
    { name: "absences", choices: [() => {}, ...absences(ruleSet, boundaries)] },
    { name: "history", choices: [() => {}, ...histories(ruleSet, boundaries)] },
    { name: "report", choices: [() => {}, ...reports] },
  ];
}
