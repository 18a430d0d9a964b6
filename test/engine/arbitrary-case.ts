import fc from "fast-check";
import type { Activity, Case } from "../../engine/index.ts";

/** The forms of the Rules of 2022 with their points. */
export const WEIGHTS: Readonly<Record<string, number>> = {
  "short-programme": 2,
  seminar: 2,
  course: 2,
  talk: 3,
  internship: 2,
  "degree-programme": 2,
  teaching: 3,
  degree: 6,
  "working-group": 3,
  monograph: 5,
  "public-education": 5,
  article: 1,
  "media-appearance": 1,
};
const LISTED = Object.keys(WEIGHTS);
const UNLISTED = ["legal-podcast", "Seminar", "constructor", "__proto__", "ұғым"];

/** Days at which something begins or ends for the reporting year 2024. */
const EDGES = [
  ...["2023-12-30", "2023-12-31", "2024-01-01", "2024-02-28", "2024-02-29", "2024-03-01", "2024-12-31", "2025-01-01"],
  ...["2025-01-31", "2025-02-14", "2025-02-15", "2025-02-16", "2025-02-28", "2025-03-31", "2025-04-30", "2025-07-31"],
];

const FIRST_DAY = Date.UTC(2023, 9, 1);
const dayAt = (number: number): string => new Date(FIRST_DAY + number * 86_400_000).toISOString().slice(0, 10);

/** A day from October 2023 to December 2025, an edge as often as any other. */
export const arbitraryDay: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...EDGES),
  fc.integer({ min: 0, max: 822 }).map(dayAt),
);

const twoDays = fc.tuple(arbitraryDay, arbitraryDay).map((days) => days.sort() as [from: string, to: string]);

export const arbitraryPoints: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, 0.01, 0.1, 0.2, 0.3, 0.7, 1, 2, 3.99, 4, 10),
  fc.integer({ min: 0, max: 2000 }).map((hundredths) => hundredths / 100),
);

const arbitraryUnits = fc.oneof(fc.constantFrom(0.01, 0.33, 0.5, 1, 2, 2.5), fc.integer({ min: 1, max: 9 }));
const arbitraryText = fc.oneof(
  fc.constantFrom("Tax disputes", "Салық даулары", "ISTANBUL ı İ i", ""),
  fc.string({ unit: "grapheme", maxLength: 12 }),
);

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 3 });

/** The value without the fields that were not given. */
const given = <T extends object>(value: object): T =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;

const evidence = (minLength: number) =>
  fc.array(fc.constant({ kind: "certificate", name: "certificate.pdf" }), { minLength, maxLength: 2 });

/** An activity of a listed form or of none, at any time, recognised, documented, marked or not. Its id is set by the case. */
const arbitraryActivity: fc.Arbitrary<Activity> = fc
  .record({
    form: fc.oneof({ arbitrary: fc.constantFrom(...LISTED), weight: 4 }, fc.constantFrom(...UNLISTED)),
    title: arbitraryText,
    days: twoDays,
    units: optional(arbitraryUnits),
    evidence: evidence(0),
    claimedPoints: optional(arbitraryPoints),
    justification: optional(arbitraryText),
    recognition: optional(fc.record({ points: arbitraryPoints, decidedOn: arbitraryDay })),
    makeUpFor: optional(fc.constantFrom(2023, 2024, 2024, 2025)),
  })
  .map(({ days: [from, to], ...fields }) => given<Activity>({ id: "", organizer: "Chamber", from, to, ...fields }));

const numbered = (activities: Activity[]): Activity[] => activities.map((one, at) => ({ ...one, id: `a${at + 1}` }));

const arbitraryAbsence = fc
  .record({
    kind: fc.constantFrom("maternity-leave", "childcare-leave", "suspension"),
    ground: optional(fc.constantFrom("own-request", "sanction")),
    days: twoDays,
    isRunning: fc.boolean(),
  })
  .map(({ days: [from, to], isRunning, ...fields }) =>
    given<NonNullable<Case["absences"]>[number]>({ ...fields, from, to: isRunning ? null : to }),
  );

const arbitrarySanctions = fc
  .array(fc.record({ sanction: fc.constantFrom("warning", "suspension"), imposedOn: arbitraryDay }), { maxLength: 3 })
  .map((sanctions) => sanctions.sort((one, other) => (one.imposedOn < other.imposedOn ? -1 : 1)));

export interface CaseOptions {
  /** How many activities at most. Default: 8. */
  activities?: number;
  /** Whether there may be absences. Default: true. */
  absences?: boolean;
  /** Whether activities may be recognised. Default: true. */
  recognitions?: boolean;
}

/** A random case of 2024, or of a year beside it, that `parseCase` and the Rules of 2022 accept. */
export function arbitraryCase({
  activities = 8,
  absences = true,
  recognitions = true,
}: CaseOptions = {}): fc.Arbitrary<Case> {
  return fc
    .record({
      id: optional(fc.constant("2024/c-001")),
      reportingYear: fc.oneof({ arbitrary: fc.constant(2024), weight: 8 }, fc.constantFrom(2023, 2025)),
      memberSince: fc.oneof({ arbitrary: fc.constant("2019-04-01"), weight: 4 }, arbitraryDay),
      memberUntil: optional(fc.option(arbitraryDay)),
      absences: optional(fc.array(arbitraryAbsence, { maxLength: absences ? 3 : 0 })),
      activities: fc.array(arbitraryActivity, { maxLength: activities }).map(numbered),
      report: optional(fc.option(fc.record({ submittedOn: arbitraryDay, claimedTotal: optional(arbitraryPoints) }))),
      sanctions: optional(arbitrarySanctions),
    })
    .map(({ memberSince, memberUntil, report, ...fields }): Case => {
      const until = typeof memberUntil === "string" && memberUntil < memberSince ? memberSince : memberUntil;
      return given<Case>({
        ...fields,
        consultant: given({ id: "c-001", memberSince, memberUntil: until }),
        activities: recognitions ? fields.activities : fields.activities.map(({ recognition: _, ...rest }) => rest),
        report: report ? given(report) : report,
      });
    });
}

/** An activity that counts for the case as of the day: listed, documented, ended in its year and by the day. */
export function arbitraryCreditable(reportingYear: number, asOf: string): fc.Arbitrary<Activity> {
  const last = asOf < `${reportingYear}-12-31` ? asOf : `${reportingYear}-12-31`;
  return fc
    .record({
      form: fc.constantFrom(...LISTED),
      to: fc.constantFrom(`${reportingYear}-01-01`, last),
      units: optional(arbitraryUnits),
      evidence: evidence(1),
    })
    .map((fields) => given<Activity>({ id: "new", title: "New", organizer: "Chamber", from: fields.to, ...fields }));
}
