import fc from "fast-check";
import { condition } from "./arbitrary-condition.ts";
import { AMOUNTS, whereActivities } from "./known-facts.ts";
import { CATEGORIES, FORMS, fewPoints, given, named, optional, seldom, someOf } from "./vocabulary.ts";

const pointsOrAmount = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: fewPoints as fc.Arbitrary<unknown>, weight: 3 },
  { arbitrary: fc.record({ amount: fc.constantFrom(...AMOUNTS) }), weight: 1 },
);

const selection = (hasCycle: boolean) => ({
  forms: seldom(someOf(FORMS), 2),
  when: seldom(condition(whereActivities(hasCycle))),
  category: seldom(fc.constantFrom(...CATEGORIES), 2),
});

export const limits = (hasCycle: boolean) =>
  fc
    .array(
      fc.record({
        ...selection(hasCycle),
        most: pointsOrAmount,
        per: optional(fc.constantFrom("item", "day", "year"), 2),
      }),
      { maxLength: 4 },
    )
    .map((list) => list.map((limit, at) => given({ ...named(`l${at}`), ...limit })));

const served = fc
  .record({
    category: fc.constantFrom(...CATEGORIES),
    until: optional(fc.oneof({ arbitrary: fc.constantFrom<unknown>(0, 0.5, 1), weight: 2 }, pointsOrAmount), 3),
  })
  .map(given);

export const assignments = fc
  .array(fc.uniqueArray(served, { minLength: 2, maxLength: 3, selector: ({ category }) => category }), { maxLength: 2 })
  .map((list) => list.map((categories, at) => ({ ...named(`s${at}`), categories })));

export const carryOver = (hasCycle: boolean) =>
  fc
    .record({
      ...selection(hasCycle),
      withoutCategory: seldom(fc.constantFrom(...CATEGORIES), 3),
      most: optional(pointsOrAmount),
      lasts: fc.constantFrom("one-year", "until-used"),
      clauses: fc.constant(["1"]),
    })
    .map(given);

const over = (hasCycle: boolean) =>
  seldom(
    fc.oneof(
      fc.constantFrom<unknown>("year", ...(hasCycle ? ["cycle", "cycle"] : [])),
      fc.integer({ min: 2, max: 5 }).map((years) => ({ years })),
    ),
    2,
  );

const summed = (id: string, hasCycle: boolean) =>
  fc.record({ ...selection(hasCycle), over: over(hasCycle) }).map((rest) => given({ ...named(id), ...rest }) as object);

const ofTerms = (id: string, hasCycle: boolean) =>
  fc
    .record({
      terms: fc.array(
        fc
          .record({ ...selection(hasCycle), above: seldom(pointsOrAmount, 3), most: seldom(pointsOrAmount, 3) })
          .map(given),
        { minLength: 2, maxLength: 3 },
      ),
      over: over(hasCycle),
    })
    .map((rest) => given({ ...named(id), ...rest }));

/** The measures of every random rule set: a total, a sum, a sum of terms, a count. */
export const measures = (hasCycle: boolean) =>
  fc.tuple(
    fc.oneof(
      { withCrossShrink: true },
      { arbitrary: fc.constant(named("total") as object), weight: 2 },
      { arbitrary: summed("total", hasCycle), weight: 3 },
      { arbitrary: ofTerms("total", hasCycle), weight: 1 },
    ),
    summed("some", hasCycle),
    ofTerms("parts", hasCycle),
    fc.oneof(
      fc
        .record({ ...selection(hasCycle), over: over(hasCycle) })
        .map((rest) => given({ ...named("tally"), ...rest, count: "activities" })),
      over(hasCycle).map((years) => given({ ...named("tally"), over: years, count: "unfulfilled-years" })),
    ),
  );
