import fc from "fast-check";
import { DAYS } from "./vocabulary.ts";

const two = (number: number): string => `${number}`.padStart(2, "0");

const dayFrom = (first: number, last: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: first, max: last }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, date]) => `${year}-${two(month)}-${two(date)}`);

/** A day about 2024. */
export const day = fc.oneof(
  fc.constantFrom(...DAYS, "2025-02-15", "2025-02-16", "2025-03-31"),
  dayFrom(2024, 2024),
  dayFrom(2023, 2025),
);

/** A day in many years. */
export const farDay = fc.oneof(day, dayFrom(2016, 2026));

/** A day on which somebody joined: mostly before 2024. */
export const joiningDay = fc.oneof(farDay, dayFrom(2016, 2023));

export const points = fc.constantFrom(0, 0.1, 0.2, 0.7, 1, 1.5, 2, 2.25, 10);

/** A day on which an activity ends: mostly one of 2024, on which others may end too. */
export const lastDay = fc.oneof(
  { arbitrary: day, weight: 2 },
  { arbitrary: fc.constantFrom("2024-02-29", "2024-05-13"), weight: 2 },
  { arbitrary: dayFrom(2024, 2024), weight: 1 },
);

/** A day as of which cases are decided: mostly one on which the year is over. */
export const asOfDay = fc.oneof(
  { arbitrary: day, weight: 1 },
  { arbitrary: fc.constantFrom("2025-02-17", "2025-12-30", "2026-03-02", "2027-01-01"), weight: 2 },
);
