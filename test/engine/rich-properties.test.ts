import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Case, compile, type Decision, parseCase } from "../../engine/index.ts";
import { arbitraryMatchingCase } from "../second-opinion/arbitrary-matching-case.ts";
import { arbitraryRuleSet } from "../second-opinion/arbitrary-rule-set.ts";

const runs = { numRuns: 300 };
const TIMEOUT = 60_000;
const CASES_EACH = 5;
const given = fc.record({
  ruleSet: arbitraryRuleSet,
  cases: fc.array(arbitraryMatchingCase, { minLength: CASES_EACH, maxLength: CASES_EACH }),
  seed: fc.nat(),
});

/** The list in another order, which the seed gives. */
function reordered<T>(list: readonly T[], seed: number): T[] {
  const left = [...list];
  return list.map((_, at) => left.splice((seed + at * 7) % left.length, 1)[0] as T);
}

const fieldsReordered = <T extends object | undefined>(value: T, seed: number): T =>
  value && (Object.fromEntries(reordered(Object.entries(value), seed)) as T);

const attributesReordered = <T extends { attributes?: object }>(of: T, seed: number): T =>
  of.attributes ? { ...of, attributes: fieldsReordered(of.attributes, seed) } : of;

/** The same case with its lists and its attributes in another order. Sanctions stand by their days and stay. */
function otherOrder(theCase: Case, seed: number): Case {
  const { consultant, absences, activities, decisions, history, ...rest } = theCase;
  return parseCase({
    ...rest,
    ...(absences && { absences: reordered(absences, seed) }),
    ...(decisions && { decisions: reordered(decisions, seed) }),
    ...(history && { history: reordered(history, seed) }),
    consultant: attributesReordered(consultant, seed),
    activities: reordered(activities, seed).map((activity) => attributesReordered(activity, seed)),
  });
}

/** A decision without the order of its activities; which of two equal activities is remarked as the second may change. */
function withoutOrder({ activities, findings, ...rest }: Decision): unknown {
  const sorted = [...activities].sort((a, b) => (a.id < b.id ? -1 : 1));
  const remarks = findings
    .map(({ code, activity }) => (code === "possible-duplicate" ? code : `${code} ${activity}`))
    .sort();
  return { ...rest, activities: sorted, remarks };
}

/** Every number of a decision. */
function* numbersOf(value: unknown): Generator<number> {
  if (typeof value === "number") yield value;
  if (typeof value === "object" && value !== null) for (const held of Object.values(value)) yield* numbersOf(held);
}

describe("random rule sets of the whole language", () => {
  it(
    "decide the same, whatever the order of activities, absences, decisions, history and attributes",
    () => {
      fc.assert(
        fc.property(given, ({ ruleSet, cases, seed }) => {
          const rules = compile(ruleSet);
          for (const { theCase, asOf } of cases) {
            const one = rules.decide(parseCase(theCase), { asOf, trace: false });
            const other = rules.decide(otherOrder(theCase, seed), { asOf, trace: false });
            expect(withoutOrder(other)).toEqual(withoutOrder(one));
          }
        }),
        runs,
      );
    },
    TIMEOUT,
  );

  it(
    "decide every valid case, with and without a trace alike, in numbers that can be written",
    () => {
      fc.assert(
        fc.property(given, ({ ruleSet, cases }) => {
          const rules = compile(ruleSet);
          for (const { theCase, asOf } of cases) {
            const { trace, ...decision } = rules.decide(parseCase(theCase), { asOf });
            expect(JSON.stringify(rules.decide(parseCase(theCase), { asOf, trace: false }))).toBe(
              JSON.stringify(decision),
            );
            for (const number of numbersOf([decision.points, decision.activities, decision.report])) {
              expect(number).toBeGreaterThanOrEqual(0);
              expect(Math.round(number * 100) / 100).toBe(number);
            }
            expect(trace?.every(({ clauses }) => clauses.length > 0)).toBe(true);
          }
        }),
        runs,
      );
    },
    TIMEOUT,
  );

  it(
    "credit no activity above what stands before every limit, and carry no more than the surplus",
    () => {
      fc.assert(
        fc.property(given, ({ ruleSet, cases }) => {
          const rules = compile(ruleSet);
          const { limits: _, ...unlimited } = ruleSet;
          const withoutLimits = compile(unlimited);
          for (const { theCase, asOf } of cases) {
            const { activities, points } = rules.decide(theCase, { asOf, trace: false });
            const before = withoutLimits.decide(theCase, { asOf, trace: false }).activities;
            for (const [at, { credited, reason }] of activities.entries()) {
              expect(credited).toBeLessThanOrEqual(before[at]?.credited as number);
              if (reason === null) expect(credited).toBe(before[at]?.credited);
              else if (reason !== "over-limit") expect(credited).toBe(0);
            }
            expect(points.carriedOut !== undefined).toBe(ruleSet.carryOver !== undefined);
            if (points.carriedOut) expect(points.carriedOut).toBeLessThanOrEqual(points.total - points.norm + 0.01);
          }
        }),
        runs,
      );
    },
    TIMEOUT,
  );
});
