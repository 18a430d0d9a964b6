import fc from "fast-check";

/** What the random rule sets declare and the random cases use. */
export const FORMS = ["seminar", "talk", "book", "media", "course"];
export const CATEGORIES = ["ethics", "skills", "law"];
export const ABSENCES = ["leave", "illness", "suspension"];
export const GROUNDS = ["sanction", "own-request"];
export const SANCTIONS = ["warning", "fine", "suspension"];
export const DECISIONS = ["relief", "waiver"];
export const ORGANIZERS = ["", "chamber", "college"];
export const DOCUMENTS = ["certificate", "letter"];
export const MODES = ["remote", "on-site"];
export const DAYS = ["2023-12-30", "2023-12-31", "2024-01-01", "2024-02-29", "2024-06-30", "2024-12-31", "2025-01-01"];

export const text = { kk: "x", ru: "x", en: "x" };
export const named = (id: string) => ({ id, name: { kk: id, ru: id, en: id }, clauses: ["1"] });

/** The object without the fields that are undefined. */
export const given = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as T;

/** Something, or undefined, which is drawn once in so many times. */
export const optional = <T>(arbitrary: fc.Arbitrary<T>, freq = 2): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq });

/** Something once in so many times; else undefined. */
export const seldom = <T>(arbitrary: fc.Arbitrary<T>, oneIn = 4): fc.Arbitrary<T | undefined> =>
  fc.oneof(
    { withCrossShrink: true },
    { arbitrary: fc.constant(undefined), weight: oneIn - 1 },
    { arbitrary, weight: 1 },
  );

/** A list of different values, at least one. */
export const someOf = <T>(values: readonly T[], least = 1): fc.Arbitrary<T[]> =>
  fc.subarray([...values], { minLength: least });

export const fewPoints = fc.constantFrom(0, 0.5, 1, 1.25, 2, 3, 5, 6, 10);
