import fc from "fast-check";
import type { Case } from "../../engine/index.ts";
import { arbitraryActivity } from "./arbitrary-activity.ts";
import { asOfDay, day, farDay, joiningDay, points } from "./arbitrary-values.ts";
import { ABSENCES, DECISIONS, GROUNDS, given, optional, SANCTIONS, seldom } from "./vocabulary.ts";

const sanctions = fc
  .array(fc.record({ sanction: fc.constantFrom(...SANCTIONS), imposedOn: day }), { maxLength: 3 })
  .map((list) => list.sort((a, b) => (a.imposedOn < b.imposedOn ? -1 : 1)));

/** Absences as long as the random rule sets look at: 28, 30 and 366 days. */
const MONTHS_OF_ABSENCE = [
  { from: "2024-02-02", to: "2024-02-29" },
  { from: "2024-06-01", to: "2024-06-30" },
  { from: "2024-01-01", to: "2024-12-31" },
];

const absence = fc
  .record({
    kind: fc.constantFrom(...ABSENCES),
    ground: optional(fc.constantFrom(...GROUNDS), 3),
    days: fc.oneof(
      {
        arbitrary: fc.tuple(farDay, farDay).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
        weight: 3,
      },
      { arbitrary: fc.constantFrom(...MONTHS_OF_ABSENCE), weight: 1 },
    ),
    runs: fc.boolean(),
  })
  .map(({ days: { from, to }, runs, ...rest }) => given({ ...rest, from, to: runs ? null : to }));

const earlierYear = fc
  .record({
    reportingYear: fc.oneof(fc.integer({ min: 2018, max: 2024 }), fc.constant(2023)),
    credited: points,
    outcome: fc.constantFrom("not-a-member", "exempt", "fulfilled", "pending", "unfulfilled", "unfulfilled"),
    carriedOut: optional(points, 2),
    measures: seldom(
      fc
        .record({
          total: seldom(points, 2),
          some: seldom(points, 2),
          parts: seldom(points, 3),
          tally: seldom(points, 2),
        })
        .map(given),
      2,
    ),
  })
  .map(given);

const attributes = fc.record({
  seniority: points,
  rank: fc.constantFrom("senior", "junior"),
  judge: fc.boolean(),
  licensed: farDay,
});

/** A random case of 2024, or about it, that fits the random rule sets, and the day as of which it is decided. */
export const arbitraryMatchingCase: fc.Arbitrary<{ theCase: Case; asOf: string }> = fc
  .record({
    reportingYear: fc.constantFrom(2024, 2024, 2024, 2024, 2024, 2024, 2023, 2025),
    memberSince: joiningDay,
    memberUntil: seldom(farDay),
    attributes: optional(attributes, 3),
    absences: fc.array(absence, { maxLength: 3 }),
    activities: fc.array(arbitraryActivity, { maxLength: 6 }),
    report: fc.option(fc.record({ submittedOn: day, claimedTotal: points }), { freq: 4 }),
    sanctions,
    decisions: seldom(
      fc.array(fc.record({ decision: fc.constantFrom(...DECISIONS), decidedOn: day }), { maxLength: 2 }),
      2,
    ),
    history: seldom(fc.uniqueArray(earlierYear, { maxLength: 5, selector: ({ reportingYear }) => reportingYear }), 2),
    asOf: asOfDay,
  })
  .map(({ memberSince, memberUntil, attributes: ofConsultant, activities, asOf, ...rest }) => ({
    asOf,
    theCase: given({
      consultant: given({
        id: "c",
        memberSince,
        memberUntil: memberUntil !== undefined && memberUntil >= memberSince ? memberUntil : undefined,
        attributes: ofConsultant,
      }),
      activities: activities.map((activity, at) => ({ id: `a${at}`, ...activity })),
      ...rest,
    }) as Case,
  }));
