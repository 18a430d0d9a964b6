import fc from "fast-check";
import type { FactType } from "../../engine/facts/fact-types.ts";
import { OPERATORS, operatorsFor } from "../../engine/facts/operators.ts";
import type { Comparison, Condition, Constant } from "../../engine/schema/condition.ts";
import type { KnownFact } from "./known-facts.ts";
import { ABSENCES, DAYS, FORMS, GROUNDS, MODES, ORGANIZERS } from "./vocabulary.ts";

const TEXTS = [...ABSENCES, ...GROUNDS, ...ORGANIZERS, ...FORMS, ...MODES, "senior", "junior"];
const points = fc.integer({ min: 0, max: 1200 }).map((hundredths) => hundredths / 100);

const constant = (type: FactType): fc.Arbitrary<Constant> => {
  if (type === "boolean") return fc.boolean();
  if (type === "day") return fc.constantFrom(...DAYS);
  if (type === "text") return fc.constantFrom(...TEXTS);
  return type === "count" ? fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 40 })) : points;
};

const comparison = (facts: readonly KnownFact[]): fc.Arbitrary<Condition> =>
  fc.constantFrom(...facts).chain(([fact, type]) =>
    fc.constantFrom(...operatorsFor(type)).chain((operator): fc.Arbitrary<Comparison> => {
      if (OPERATORS[operator]?.list) {
        return fc.record({
          fact: fc.constant(fact),
          operator: fc.constant(operator),
          value: fc.array(constant(type), { minLength: 1, maxLength: 3 }),
        });
      }
      const others = facts.filter(([, other]) => other === type).map(([name]) => ({ fact: name }));
      const value = fc.oneof({ arbitrary: constant(type), weight: 3 }, fc.constantFrom(...others));
      return fc.record({ fact: fc.constant(fact), operator: fc.constant(operator), value });
    }),
  );

/** A condition over the facts, that fits their types. */
export const condition = (facts: readonly KnownFact[]): fc.Arbitrary<Condition> =>
  fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      comparison(facts),
      fc.record({ all: fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie("node") }),
    ),
  })).node;
