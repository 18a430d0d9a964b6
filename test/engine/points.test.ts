import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile, type Decision, parseCase } from "../../engine/index.ts";
import { fromHundredths, isHundredths, multiply, toHundredths } from "../../engine/points.ts";
import { sumCredits } from "../../engine/stages/measures.ts";
import { rules2022 } from "./richer-rules.ts";

const runs = { numRuns: 2000 };
const MOST = 1_000_000;
const { decide } = compile(rules2022);

/** Decimals are added here as whole hundredths in BigInt, apart from the engine's own arithmetic. */
const written = (hundredths: bigint): string => {
  const [whole, decimals] = [hundredths / 100n, hundredths % 100n];
  return decimals === 0n ? `${whole}` : `${whole}.${`${decimals}`.padStart(2, "0").replace(/0$/, "")}`;
};
const hundredths = (max: number) => fc.integer({ min: 0, max });

function decideRecognised(points: number[]): Decision {
  const activities = points.map((recognised, at) => ({
    id: `a${at}`,
    form: "legal-podcast",
    title: `Episode ${at}`,
    organizer: "Zan media",
    from: "2024-05-12",
    to: "2024-05-12",
    evidence: [{ kind: "certificate", name: "certificate.pdf" }],
    recognition: { points: recognised, decidedOn: "2024-06-01" },
  }));
  const consultant = { id: "c-1", memberSince: "2019-04-01" };
  const report = { submittedOn: "2025-02-10" };
  return decide(parseCase({ reportingYear: 2024, consultant, activities, report }), { asOf: "2025-02-20" });
}

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
        const credits = Array.from({ length: 10_000 }, (_, at) => {
          const credited = fromHundredths(given[at % given.length] as number);
          return { id: `${at}`, form: "seminar", credited, reason: null, clauses: [] };
        });
        const sum = credits.reduce((total, _, at) => total + BigInt(given[at % given.length] as number), 0n);
        expect(BigInt(sumCredits(credits, null))).toBe(sum);
        expect(JSON.stringify(fromHundredths(sumCredits(credits, null)))).toBe(written(sum));
      }),
      { numRuns: 200 },
    );
  });
});

describe("points are read, written and multiplied without loss", () => {
  it("every number of hundredths up to a million is read as it is written", () => {
    for (let one = 0; one <= MOST; one++) {
      const points = fromHundredths(one);
      if (!isHundredths(points) || toHundredths(points) !== one) expect.unreachable(`${one} hundredths`);
    }
    fc.assert(
      fc.property(hundredths(MOST * 100), (one) => {
        const decimal = written(BigInt(one));
        expect(JSON.stringify(fromHundredths(one))).toBe(decimal);
        expect(isHundredths(Number(decimal))).toBe(true);
        expect(toHundredths(Number(decimal))).toBe(one);
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

  it("a weight times units is exact, half a hundredth rounded up", () => {
    expect(multiply(200, 50)).toBe(100);
    expect(multiply(1, 50)).toBe(1);
    expect(multiply(1, 49)).toBe(0);
    fc.assert(
      fc.property(hundredths(MOST * 100), hundredths(MOST * 100), (weight, units) => {
        expect(BigInt(multiply(weight, units))).toBe((BigInt(weight) * BigInt(units) + 50n) / 100n);
      }),
      runs,
    );
  });
});
