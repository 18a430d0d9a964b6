import fc from "fast-check";
import { condition } from "./arbitrary-condition.ts";
import { whereRequirements } from "./known-facts.ts";
import { given, named, seldom, someOf, text } from "./vocabulary.ts";

const clauses = fc.constant(["1"]);

export const period = fc
  .record({
    starts: fc.constantFrom("01-01", "01-01", "04-01", "07-01"),
    monthsBefore: seldom(fc.constantFrom(1, 3, 24), 5),
    monthsAfter: seldom(fc.constantFrom(1, 2, 24), 5),
    clauses,
  })
  .map(given);

export const cycle = fc.record({
  years: fc.integer({ min: 2, max: 5 }),
  anchor: fc.oneof(
    fc.integer({ min: 2017, max: 2028 }) as fc.Arbitrary<unknown>,
    fc
      .record({ fact: fc.constantFrom("member.since", "consultant.licensed"), next: seldom(fc.boolean(), 2) })
      .map(given),
  ),
  clauses,
});

const WEEKEND = ["2024-06-30", "2025-02-15", "2025-02-16", "2026-02-15", "2026-02-28"];
const WEEKDAYS = ["2024-07-01", "2024-12-31", "2025-01-01", "2025-01-02", "2025-02-17", "2025-02-28", "2025-03-03"];

export const calendar = fc.record({
  holidays: someOf([...WEEKDAYS, ...WEEKEND.slice(0, 2)], 0),
  workingDays: someOf(WEEKEND.slice(2), 0),
  clauses,
});

/** A deadline, in a rule set with a calendar or without. */
export const deadline = (hasCalendar: boolean) =>
  fc
    .record({
      name: fc.constant(text),
      monthDay: fc.constantFrom("02-15", "02-28", "12-31", "06-30"),
      yearsAfter: fc.integer({ min: 0, max: 2 }),
      rollover: hasCalendar ? fc.constantFrom("next-working-day", "none") : fc.constant("none"),
      graceDays: seldom(fc.constantFrom(1, 10, 366)),
      clauses,
    })
    .map(given);

export const sanction = (id: string, hasCycle: boolean) =>
  fc
    .record({
      term: fc.record({ months: fc.integer({ min: 1, max: 14 }) }),
      makeUp: fc.boolean(),
      skippedWhen: seldom(condition(whereRequirements(hasCycle)), 3),
    })
    .map((rest) => given({ ...named(id), ...rest }));
