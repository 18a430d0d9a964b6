import fc from "fast-check";
import { condition } from "./arbitrary-condition.ts";
import { rounding } from "./arbitrary-form.ts";
import { OF_REPORT, ofAmounts, ofCase } from "./known-facts.ts";
import { ABSENCES, fewPoints, given, named, seldom, someOf } from "./vocabulary.ts";

const months = fc
  .record({
    joining: fc.constantFrom("any-part", "full", "next"),
    absences: seldom(
      fc
        .record({
          kinds: someOf(ABSENCES),
          excuse: fc.constantFrom("any-part", "full"),
          longerThanDays: seldom(fc.constantFrom(1, 28, 30, 366), 2),
        })
        .map(given),
      2,
    ),
  })
  .map(given);

const rows = fc
  .record({
    ends: fc.uniqueArray(fc.constantFrom(0, 1, 2, 2.5, 3, 6, 12), { maxLength: 3 }),
    values: fc.tuple(fewPoints, fewPoints, fewPoints, fewPoints),
  })
  .map(({ ends, values }) =>
    [...ends.sort((a, b) => a - b), undefined].map((upTo, at) => given({ upTo, value: values[at] })),
  );

/** The amounts that are found from those before them. */
const fromEarlier = (earlier: readonly string[], hasCycle: boolean): fc.Arbitrary<object>[] => {
  if (earlier.length === 0) return [];
  const of = fc.constantFrom(...earlier);
  const outOf = hasCycle ? fc.constantFrom(undefined, "year", "cycle", "cycle") : fc.constantFrom(undefined, "year");
  return [
    fc.record({ percent: fc.record({ of, percent: fc.constantFrom(0.01, 25, 33.33, 50, 150) }) }),
    fc.record({ proRata: fc.record({ of, months, outOf }).map(given) }),
    fc.record({ proRata: fc.record({ of, months, outOf }).map(given) }),
    ...(earlier.length < 2 ? [] : [fc.record({ sum: someOf(earlier, 2) })]),
  ];
};

/** An amount of any kind, which may be found from those before it. */
export const amount = (id: string, earlier: readonly string[], hasCycle: boolean) => {
  const facts = [...ofCase(hasCycle), ...OF_REPORT, ...ofAmounts(earlier)];
  const numbers = facts.filter(([, type]) => ["points", "number", "count"].includes(type)).map(([name]) => name);
  const choose = fc.record({
    choose: fc.array(fc.record({ when: condition(facts), value: fewPoints }), { minLength: 1, maxLength: 2 }),
    otherwise: fewPoints,
  });
  const kind = fc.oneof(
    { withCrossShrink: true },
    { arbitrary: fc.record({ value: fewPoints }) as fc.Arbitrary<object>, weight: 3 },
    { arbitrary: choose, weight: 2 },
    fc.record({ table: fc.record({ fact: fc.constantFrom(...numbers), rows }) }),
    fc.record({ fact: fc.constantFrom(...numbers) }),
    ...fromEarlier(earlier, hasCycle),
  );
  return fc
    .record({ kind, rounded: seldom(rounding) })
    .map(({ kind: found, rounded }) => given({ ...named(id), ...found, rounding: rounded }));
};
