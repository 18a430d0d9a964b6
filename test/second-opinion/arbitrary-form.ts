import fc from "fast-check";
import { condition } from "./arbitrary-condition.ts";
import { OF_ACTIVITY, whereActivities } from "./known-facts.ts";
import { CATEGORIES, DOCUMENTS, fewPoints, given, named, seldom, someOf } from "./vocabulary.ts";

export const rounding = fc.record({
  to: fc.constantFrom(0.01, 0.25, 0.3, 0.5, 1, 2),
  towards: fc.constantFrom("down", "up", "nearest"),
});

const per = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: fc.constant("item" as const), weight: 2 },
  {
    arbitrary: fc.record({
      fact: fc.constantFrom(...OF_ACTIVITY.filter(([, type]) => type === "number" || type === "count")),
      every: fc.constantFrom(0.5, 1, 2, 7, 45, 50, 60),
    }),
    weight: 1,
  },
);

/** Whether so much for every so many of a number is always a whole number of 1/360,000 of a point. */
function isExact(weight: number, type: string, every: number): boolean {
  const dividend = Math.round(weight * 100) * 3600 * (type === "count" ? 100 : 1);
  return dividend % Math.round(every * 100) === 0;
}

/** How a credit is found. What would not be exact is rounded. */
const credit = (hasCycle: boolean) =>
  fc
    .record({
      weight: fewPoints,
      per,
      step: rounding,
      isRounded: fc.boolean(),
      multipliers: seldom(
        fc.array(fc.record({ when: condition(whereActivities(hasCycle)), by: fc.constantFrom(0.33, 0.5, 1.5, 2, 3) }), {
          minLength: 1,
          maxLength: 2,
        }),
      ),
    })
    .map(({ weight, per: measured, step, isRounded, multipliers }) => {
      if (measured === "item") {
        return given({ weight, per: measured, rounding: isRounded ? step : undefined, multipliers });
      }
      const {
        fact: [fact, type],
        every,
      } = measured;
      const mayBeExact = !isRounded && isExact(weight, type, every);
      return given({ weight, per: { fact, every }, rounding: mayBeExact ? undefined : step, multipliers });
    });

/** A form with what its credits are, in all and in categories. */
export const form = (id: string, hasCycle: boolean) =>
  fc
    .record({
      main: credit(hasCycle),
      when: seldom(condition(whereActivities(hasCycle)), 3),
      categories: seldom(someOf(CATEGORIES), 2),
      credits: seldom(
        fc.array(
          fc
            .record({ category: fc.constantFrom(...CATEGORIES), of: credit(hasCycle) })
            .map(({ category, of }) => ({ category, ...of })),
          { minLength: 1, maxLength: 2 },
        ),
      ),
      evidence: seldom(someOf(DOCUMENTS)),
    })
    .map(({ main, ...rest }) => given({ ...named(id), ...main, ...rest }));
