import fc from "fast-check";
import type { Case } from "../../engine/index.ts";
import { ABSENCES, DAYS, FORMS, GROUNDS, SANCTIONS } from "./arbitrary-rule-set.ts";

const day = fc.oneof(
  fc.constantFrom(...DAYS, "2025-02-15", "2025-02-16", "2025-03-31"),
  fc
    .tuple(fc.integer({ min: 2023, max: 2025 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, date]) => `${year}-${`${month}`.padStart(2, "0")}-${`${date}`.padStart(2, "0")}`),
);
const points = fc.constantFrom(0, 0.1, 0.2, 0.7, 1, 1.5, 2, 2.25, 10);
const days = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

const given = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as T;
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 3 });

const activity = fc
  .record({
    form: fc.constantFrom(...FORMS, "podcast"),
    title: fc.constantFrom("A", "B"),
    days,
    units: optional(fc.constantFrom(0.5, 1, 1.33, 2, 3)),
    evidence: fc.array(fc.constant({ kind: "certificate", name: "a.pdf" }), { maxLength: 1 }),
    claimedPoints: optional(points),
    recognition: optional(fc.record({ points, decidedOn: day })),
    makeUpFor: optional(fc.constantFrom(2023, 2024, 2024, 2024)),
  })
  .map(({ days: fromTo, ...rest }) => given({ organizer: "", ...fromTo, ...rest }));

const sanctions = fc
  .array(fc.record({ sanction: fc.constantFrom(...SANCTIONS), imposedOn: day }), { maxLength: 3 })
  .map((list) => list.sort((a, b) => (a.imposedOn < b.imposedOn ? -1 : 1)));

const absence = fc
  .record({
    kind: fc.constantFrom(...ABSENCES),
    ground: optional(fc.constantFrom(...GROUNDS)),
    days,
    runs: fc.boolean(),
  })
  .map(({ days: { from, to }, runs, ...rest }) => given({ ...rest, from, to: runs ? null : to }));

/** A random case of 2024 that fits the random rule sets, and the day as of which it is decided. */
export const arbitraryMatchingCase: fc.Arbitrary<{ theCase: Case; asOf: string }> = fc
  .record({
    memberSince: day,
    memberUntil: optional(day),
    attributes: optional(
      fc.record({ seniority: points, rank: fc.constantFrom("senior", "junior"), judge: fc.boolean(), licensed: day }),
    ),
    absences: fc.array(absence, { maxLength: 2 }),
    activities: fc.array(activity, { maxLength: 5 }),
    report: fc.option(fc.record({ submittedOn: day, claimedTotal: points }), { freq: 4 }),
    sanctions,
    asOf: day,
  })
  .map(({ memberSince, memberUntil, attributes, activities, asOf, ...rest }) => ({
    asOf,
    theCase: {
      reportingYear: 2024,
      consultant: given({
        id: "c",
        memberSince,
        memberUntil: memberUntil !== undefined && memberUntil >= memberSince ? memberUntil : undefined,
        attributes,
      }),
      activities: activities.map((rest_, at) => ({ id: `a${at}`, ...rest_ })),
      ...rest,
    } as Case,
  }));
