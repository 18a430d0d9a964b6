import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CaseError, compile, type Decision, parseCase, parseRuleSet } from "../../engine/index.ts";
import { isHundredths, multiplyAndDivide, PARTS, pointsDown, pointsUp, toParts } from "../../engine/points.ts";
import { sumOfAll } from "../../engine/stages/ledger.ts";
import { type Change, changed } from "./change.ts";
import { rules2022 } from "./richer-rules.ts";

const runs = { numRuns: 2000 };
const MOST = 1_000_000;
const compiled2022 = compile(rules2022);

/** Decimals are added here as whole hundredths in BigInt, apart from the engine's own arithmetic. */
const written = (hundredths: bigint): string => {
  const [whole, decimals] = [hundredths / 100n, hundredths % 100n];
  return decimals === 0n ? `${whole}` : `${whole}.${`${decimals}`.padStart(2, "0").replace(/0$/, "")}`;
};
const hundredths = (max: number) => fc.integer({ min: 0, max });
const PARTS_OF_HUNDREDTH = BigInt(PARTS / 100);

/** Beyond 2^53 parts, some 25 thousand million points, a number cannot hold every part. */
const exactOrInfinite = (parts: bigint): number =>
  parts <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(parts) : Number.POSITIVE_INFINITY;

/** What a ledger of these parts comes to. */
const sumOf = (parts: number[]): number => sumOfAll({ activities: [], credits: [], parts, categories: new Map() });

function decideActivities(given: object[], { decide } = compiled2022): Decision {
  const activities = given.map((one, at) => ({
    id: `a${at}`,
    title: `Episode ${at}`,
    organizer: "Zan media",
    from: "2024-05-12",
    to: "2024-05-12",
    evidence: [{ kind: "certificate", name: "certificate.pdf" }],
    ...one,
  }));
  const consultant = { id: "c-1", memberSince: "2019-04-01" };
  const report = { submittedOn: "2025-02-10" };
  return decide(parseCase({ reportingYear: 2024, consultant, activities, report }), { asOf: "2025-02-20" });
}

const recognised = (points: number) => ({ form: "legal-podcast", recognition: { points, decidedOn: "2024-06-01" } });
const decideRecognised = (points: number[]): Decision => decideActivities(points.map(recognised));

describe("points add exactly", () => {
  it.each([
    [[0.1, 0.2], 0.3],
    [[0.7, 0.1], 0.8],
    [[1.1, 2.2, 3.3], 6.6],
    [[4.35, 4.35, 1.3], 10],
    [[0.07, 0.14, 9.78], 9.99],
    [[8.41, 1.59], 10],
    [[999_999.99, 0.01], 1_000_000],
  ])("%j make %d", (points, total) => {
    const decision = decideRecognised(points);
    expect(decision.points.total).toBe(total);
    expect(decision.outcome).toBe(total >= 10 ? "fulfilled" : "unfulfilled");
  });

  it("a hundredth a thousand times makes ten, and one fewer does not", () => {
    expect(decideRecognised(Array(1000).fill(0.01))).toMatchObject({ outcome: "fulfilled", points: { total: 10 } });
    expect(decideRecognised(Array(999).fill(0.01))).toMatchObject({
      outcome: "unfulfilled",
      points: { total: 9.99, shortfall: 0.01 },
    });
  });

  it("in a case, and what is short of the norm", () => {
    fc.assert(
      fc.property(fc.array(hundredths(300), { maxLength: 8 }), (given) => {
        const { points } = decideRecognised(given.map((one) => one / 100));
        const sum = given.reduce((total, one) => total + BigInt(one), 0n);
        expect(JSON.stringify(points.total)).toBe(written(sum));
        expect(JSON.stringify(points.shortfall)).toBe(written(sum > 1000n ? 0n : 1000n - sum));
      }),
      runs,
    );
  });

  it("over ten thousand steps", () => {
    fc.assert(
      fc.property(fc.array(hundredths(MOST * 100), { minLength: 1, maxLength: 20 }), (given) => {
        const credits = Array.from({ length: 10_000 }, (_, at) => (given[at % given.length] as number) / 100);
        const sum = credits.reduce((total, _, at) => total + BigInt(given[at % given.length] as number), 0n);
        const found = sumOf(credits.map(toParts));
        expect(BigInt(found)).toBe(sum * PARTS_OF_HUNDREDTH);
        expect(JSON.stringify(pointsDown(found))).toBe(written(sum));
        expect(JSON.stringify(pointsUp(found))).toBe(written(sum));
      }),
      { numRuns: 200 },
    );
  });
});

describe("shares of a point add exactly", () => {
  it.each([
    ["thirds", 3],
    ["quarters", 4],
    ["sixths, ten minutes of an hour", 6],
    ["lessons of 45 minutes by the minute", 45],
    ["hours by the minute", 60],
    ["lessons of 50 minutes by the minute", 50],
    ["five-hundredths, words of a page", 500],
  ])("%s make a whole point each time there are enough of them", (_, every) => {
    const share = multiplyAndDivide(toParts(1), 1, every);
    expect(BigInt(share) * BigInt(every)).toBe(BigInt(PARTS));
    const count = 10_000;
    const sum = sumOf(Array(count).fill(share));
    expect(BigInt(sum)).toBe(BigInt(share) * BigInt(count));
    expect(pointsDown(sumOf(Array(every).fill(share)))).toBe(1);
    expect(pointsDown(sumOf(Array(every - 1).fill(share)))).toBeLessThan(1);
    expect(pointsUp(PARTS - sumOf(Array(every - 1).fill(share)))).toBeGreaterThan(0);
  });

  it("ten thousand thirds and quarter hours of any weight, in whatever order, come to the same", () => {
    const credit = fc.record({
      weight: hundredths(MOST * 100),
      minutes: fc.constantFrom(10, 15, 20, 30, 45, 50, 60),
      every: fc.constantFrom(45, 50, 60),
    });
    fc.assert(
      fc.property(fc.array(credit, { minLength: 1, maxLength: 20 }), fc.nat(), (drawn, seed) => {
        const parts = drawn.map(({ weight, minutes, every }) => {
          const found = multiplyAndDivide(toParts(weight / 100), minutes, every);
          expect(BigInt(found) * BigInt(every)).toBe(BigInt(weight) * PARTS_OF_HUNDREDTH * BigInt(minutes));
          return found;
        });
        const credits = Array.from({ length: 10_000 }, (_, at) => parts[at % parts.length] as number);
        const sum = credits.reduce((total, one) => total + BigInt(one), 0n);
        const scattered = credits.map((_, at) => credits[(at * 7919 + seed) % credits.length] as number);
        expect(BigInt(sumOf(credits))).toBe(sum);
        expect(BigInt(sumOf([...credits].reverse()))).toBe(sum);
        expect(BigInt(sumOf([...credits].sort((a, b) => a - b)))).toBe(sum);
        expect(BigInt(sumOf(scattered))).toBe(sum);
      }),
      { numRuns: 100 },
    );
  });

  it("are shown rounded down where they were earned, and up where they are missing", () => {
    const third = multiplyAndDivide(toParts(1), 1, 3);
    expect([pointsDown(third), pointsUp(third)]).toEqual([0.33, 0.34]);
    expect([pointsDown(2 * third), pointsUp(2 * third)]).toEqual([0.66, 0.67]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MOST * PARTS }), (parts) => {
        const [whole, rest] = [BigInt(parts) / PARTS_OF_HUNDREDTH, BigInt(parts) % PARTS_OF_HUNDREDTH];
        expect(JSON.stringify(pointsDown(parts))).toBe(written(whole));
        expect(JSON.stringify(pointsUp(parts))).toBe(written(rest === 0n ? whole : whole + 1n));
      }),
      runs,
    );
  });
});

describe("points are read, written and multiplied without loss", () => {
  it("every number of hundredths up to a million is read as it is written", () => {
    for (let one = 0; one <= MOST; one++) {
      const points = one / 100;
      const parts = toParts(points);
      const isExact = parts === one * 3600 && pointsDown(parts) === points && pointsUp(parts) === points;
      if (!isHundredths(points) || !isExact) expect.unreachable(`${one} hundredths`);
    }
    fc.assert(
      fc.property(hundredths(MOST * 100), (one) => {
        const decimal = written(BigInt(one));
        expect(isHundredths(Number(decimal))).toBe(true);
        const parts = toParts(Number(decimal));
        expect(BigInt(parts)).toBe(BigInt(one) * PARTS_OF_HUNDREDTH);
        expect([JSON.stringify(pointsDown(parts)), JSON.stringify(pointsUp(parts))]).toEqual([decimal, decimal]);
      }),
      runs,
    );
  });

  it("a third decimal is seen, however large the number", () => {
    fc.assert(
      fc.property(hundredths(MOST * 100 - 1), fc.integer({ min: 1, max: 9 }), (one, third) => {
        expect(isHundredths(Number(`${Math.floor(one / 100)}.${`${one % 100}`.padStart(2, "0")}${third}`))).toBe(false);
      }),
      runs,
    );
  });

  it.each([0.30000000000000004, 1.005, 2.675, 1e-7, 10.000000000000002])("%d has more than two decimals", (value) => {
    expect(isHundredths(value)).toBe(false);
  });

  it("a weight times units is exact", () => {
    const half = 50;
    expect(pointsDown(multiplyAndDivide(toParts(2), half, 100))).toBe(1);
    expect(multiplyAndDivide(toParts(0.01), half, 100)).toBe(PARTS / 200);
    fc.assert(
      fc.property(hundredths(MOST * 100), hundredths(MOST * 100), (weight, units) => {
        const product = (BigInt(weight) * PARTS_OF_HUNDREDTH * BigInt(units)) / 100n;
        const found = multiplyAndDivide(toParts(weight / 100), units, 100);
        expect(found).toBe(exactOrInfinite(product));
      }),
      runs,
    );
  });

  it("a quotient is brought to whole steps as it is written on paper", () => {
    const towards = fc.constantFrom("down" as const, "up" as const, "nearest" as const);
    const number = fc.integer({ min: 0, max: 100_000_000 });
    const divisor = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(number, number, divisor, hundredths(1000), towards, (one, other, by, step, direction) => {
        const whole = BigInt(Math.max(1, step));
        const dividend = BigInt(one) * BigInt(other);
        const unit = BigInt(by) * whole;
        const below = dividend / unit;
        const twiceTheRest = 2n * (dividend - below * unit);
        const isUp = direction === "up" ? twiceTheRest > 0n : direction === "nearest" && twiceTheRest >= unit;
        const expected = (isUp ? below + 1n : below) * whole;
        expect(multiplyAndDivide(one, other, by, Number(whole), direction)).toBe(exactOrInfinite(expected));
      }),
      runs,
    );
  });

  it.each([
    ["down", 1.25, 1],
    ["up", 1.25, 1.5],
    ["nearest", 1.25, 1.5],
    ["nearest", 1.24, 1],
    ["nearest", 1.5, 1.5],
    ["up", 1.5, 1.5],
  ] as const)("%s, %d in halves is %d", (towards, points, expected) => {
    expect(pointsDown(multiplyAndDivide(toParts(points), 1, 1, toParts(0.5), towards))).toBe(expected);
  });
});

describe("more points than can be added exactly are refused, not rounded", () => {
  const seminar = (...changes: Change[]) => compile(parseRuleSet(changed(rules2022, changes)));
  const weight = (value: number): Change => ({ op: "replace", path: "/forms/1/weight", value });
  const multiplier = (by: number): Change => ({
    op: "add",
    path: "/forms/1/multipliers",
    value: [{ when: { fact: "activity.documents", operator: "greaterThan", value: 0 }, by }],
  });
  const million = { form: "seminar", units: MOST };

  it("a thousand million points are credited as they are", () => {
    const most = [{ form: "seminar", units: MOST - 0.01 }, recognised(9.99), recognised(0.01)];
    const { activities, points } = decideActivities(most, seminar(weight(1000)));
    expect(activities.map(({ credited }) => credited)).toEqual([999_999_990, 9.99, 0.01]);
    expect(points.total).toBe(1_000_000_000);
  });

  it.each([
    ["a hundredth more", [million, recognised(0.01)], seminar(weight(1000))],
    ["many of them together", Array(1000).fill(million), compiled2022],
    ["a product beyond what a number holds", [million], seminar(weight(MOST))],
    ["also where a multiplier would make less of it", [million], seminar(weight(MOST), multiplier(0.01))],
  ])("%s", (_, given, rules) => {
    const refused = expect(() => decideActivities(given, rules));
    refused.toThrow(CaseError);
    refused.toThrow("/activities: The activities come to more than 1000000000 points.");
  });
});
