import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Case, compile, type Decision, parseCase, parseRuleSet, type RuleSet } from "../../engine/index.ts";
import { FINDINGS, REASONS } from "../../engine/schema/decision.ts";
import { arbitraryCase, arbitraryCreditable, arbitraryDay, type CaseOptions, WEIGHTS } from "./arbitrary-case.ts";
import { richerRules, rules2022 } from "./richer-rules.ts";

const runs = { numRuns: 1000 };
const of2022 = compile(rules2022);
const richer = compile(richerRules);

const hundredths = (points: number): number => Math.round(points * 100);
const byId = ({ activities }: Decision): Map<string, unknown> =>
  new Map(activities.map(({ id, ...credit }) => [id, credit]));

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const part of Object.values(value)) deepFreeze(part);
    Object.freeze(value);
  }
  return value;
}

/** The same value with the fields of every object in the opposite order. */
function fieldsReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fieldsReversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, field]) => [name, fieldsReversed(field)]),
  );
}

const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });

/** A random case and the day as of which it is decided. */
const decided = (options?: CaseOptions) => fc.record({ theCase: arbitraryCase(options), asOf: arbitraryDay });

/** What everybody who asks about a year asks first. */
const answer = ({ outcome, points, report, sanction, obligation: { status, norm } }: Decision): unknown => ({
  outcome,
  points,
  report,
  sanction,
  obligation: { status, norm },
});

describe("every valid case is decided", () => {
  it("and the random cases reach every outcome, reason and finding", () => {
    const decisions = fc.sample(decided(), { numRuns: 3000, seed: 2022 }).flatMap(({ theCase, asOf }) => {
      return [of2022.decide(theCase, { asOf }), richer.decide(theCase, { asOf })];
    });
    expect(new Set(decisions.map(({ outcome }) => outcome)).size).toBe(5);
    const reasons = decisions.flatMap(({ activities }) => activities.map(({ reason }) => reason));
    expect(REASONS.filter((reason) => !reasons.includes(reason))).toEqual([]);
    const findings = decisions.flatMap((decision) => decision.findings.map(({ code }) => code));
    expect(FINDINGS.filter((code) => !findings.includes(code))).toEqual([]);
  });

  it("by the rules of 2022 and by richer ones, without touching the case, within the contract's words", () => {
    fc.assert(
      fc.property(decided(), ({ theCase, asOf }) => {
        deepFreeze(parseCase(theCase));
        for (const rules of [of2022, richer]) {
          const { outcome, points, activities, obligation, report, sanction } = rules.decide(theCase, { asOf });
          expect(outcome === "exempt" || outcome === "not-a-member").toBe(obligation.status !== "obliged");
          expect(hundredths(points.shortfall)).toBe(
            Math.max(0, hundredths(points.norm) - (obligation.status === "obliged" ? hundredths(points.total) : 0)),
          );
          expect(activities.map(({ id }) => id)).toEqual(theCase.activities.map(({ id }) => id));
          expect(hundredths(points.credited)).toBe(
            activities.reduce((sum, { credited }) => sum + hundredths(credited), 0),
          );
          for (const { credited, reason } of activities) {
            if (reason !== null && reason !== "over-limit") expect(credited).toBe(0);
          }
          if (outcome === "fulfilled") expect(["on-time", "late"]).toContain(report.status);
          if (sanction.due !== null) expect(outcome).toBe("unfulfilled");
          if (obligation.status !== "obliged") expect([points.norm, report.status]).toEqual([0, "not-required"]);
        }
      }),
      runs,
    );
  });

  it("to the same bytes each time, from a value or its text, in whatever order its fields stand", () => {
    fc.assert(
      fc.property(decided(), ({ theCase, asOf }) => {
        const bytes = JSON.stringify(of2022.decide(parseCase(theCase), { asOf }));
        expect(JSON.stringify(of2022.decide(parseCase(JSON.stringify(theCase)), { asOf }))).toBe(bytes);
        expect(JSON.stringify(of2022.decide(parseCase(fieldsReversed(theCase)), { asOf }))).toBe(bytes);
        expect(JSON.stringify(compile(rules2022).decide(theCase, { asOf }))).toBe(bytes);
      }),
      runs,
    );
  });

  it("alike with and without its trace", () => {
    fc.assert(
      fc.property(decided(), ({ theCase, asOf }) => {
        const { trace, ...rest } = richer.decide(theCase, { asOf, trace: true });
        expect(trace?.length).toBeGreaterThan(0);
        expect(JSON.stringify(richer.decide(theCase, { asOf, trace: false }))).toBe(JSON.stringify(rest));
      }),
      runs,
    );
  });
});

describe("no order changes what is decided", () => {
  it("that of the activities", () => {
    const permuted = decided().chain((given) =>
      fc.record({ given: fc.constant(given), activities: shuffled(given.theCase.activities) }),
    );
    fc.assert(
      fc.property(permuted, ({ given: { theCase, asOf }, activities }) => {
        for (const rules of [of2022, richer]) {
          const one = rules.decide(theCase, { asOf });
          const other = rules.decide({ ...theCase, activities }, { asOf });
          expect(answer(other)).toEqual(answer(one));
          expect(byId(other)).toEqual(byId(one));
        }
      }),
      runs,
    );
  });

  it("that of the absences", () => {
    const permuted = decided().chain((given) =>
      fc.record({ given: fc.constant(given), absences: shuffled(given.theCase.absences ?? []) }),
    );
    fc.assert(
      fc.property(permuted, ({ given: { theCase, asOf }, absences }) => {
        const one = of2022.decide(theCase, { asOf, trace: false });
        const other = of2022.decide({ ...theCase, absences }, { asOf, trace: false });
        expect(JSON.stringify(other)).toBe(JSON.stringify(one));
      }),
      runs,
    );
  });

  it("that of the rules: exemptions, forms, measures, requirements, absences", () => {
    const permuted = fc.record({
      given: decided(),
      exemptions: shuffled(richerRules.exemptions),
      forms: shuffled(richerRules.forms),
      measures: shuffled(richerRules.measures),
      requirements: shuffled(richerRules.requirements),
      absences: shuffled(richerRules.absences),
    });
    fc.assert(
      fc.property(permuted, ({ given: { theCase, asOf }, ...lists }) => {
        const shuffledRules = parseRuleSet({ ...richerRules, ...lists } satisfies RuleSet);
        const one = richer.decide(theCase, { asOf });
        const other = compile(shuffledRules).decide(theCase, { asOf });
        expect(answer(other)).toEqual(answer(one));
        expect(other.activities).toEqual(one.activities);
        expect(other.findings).toEqual(one.findings);
      }),
      runs,
    );
  });
});

describe("more never counts for less", () => {
  it("a creditable activity raises the total by its points", () => {
    const withNew = decided()
      .filter(({ theCase: { reportingYear }, asOf }) => asOf >= `${reportingYear}-01-01`)
      .chain(({ theCase, asOf }) =>
        fc.record({
          theCase: fc.constant(theCase),
          asOf: fc.constant(asOf),
          activity: arbitraryCreditable(theCase.reportingYear, asOf),
          place: fc.nat({ max: theCase.activities.length }),
        }),
      );
    fc.assert(
      fc.property(withNew, ({ theCase, asOf, activity, place }) => {
        const { points } = of2022.decide(theCase, { asOf });
        const more = of2022.decide(
          { ...theCase, activities: theCase.activities.toSpliced(place, 0, activity) },
          { asOf },
        );
        const gained = Math.round((WEIGHTS[activity.form] as number) * hundredths(activity.units ?? 1));
        expect(hundredths(more.points.total)).toBe(hundredths(points.total) + gained);
        expect(more.points.shortfall).toBeLessThanOrEqual(points.shortfall);
      }),
      runs,
    );
  });

  it("a creditable activity never lowers the total of rules with separate limits", () => {
    const withNew = decided()
      .filter(({ theCase: { reportingYear }, asOf }) => asOf >= `${reportingYear}-01-01`)
      .chain(({ theCase, asOf }) =>
        fc.tuple(fc.constant({ theCase, asOf }), arbitraryCreditable(theCase.reportingYear, asOf)),
      );
    fc.assert(
      fc.property(withNew, ([{ theCase, asOf }, activity]) => {
        const more: Case = { ...theCase, activities: [activity, ...theCase.activities] };
        expect(richer.decide(more, { asOf }).points.total).toBeGreaterThanOrEqual(
          richer.decide(theCase, { asOf }).points.total,
        );
      }),
      runs,
    );
  });

  it("taking the evidence away never raises the total", () => {
    fc.assert(
      fc.property(decided(), fc.nat(), ({ theCase, asOf }, place) => {
        fc.pre(theCase.activities.length > 0);
        const bare = place % theCase.activities.length;
        const activities = theCase.activities.map((one, at) => (at === bare ? { ...one, evidence: [] } : one));
        const less = of2022.decide({ ...theCase, activities }, { asOf });
        expect(less.points.total).toBeLessThanOrEqual(of2022.decide(theCase, { asOf }).points.total);
        expect(less.activities[bare]?.credited).toBe(0);
      }),
      runs,
    );
  });
});

describe("a later day knows more", () => {
  const twoDays = fc.tuple(arbitraryDay, arbitraryDay).map((days) => days.sort() as [string, string]);

  it("without recognitions the total does not fall, no activity loses its points, no sanction is forgotten", () => {
    fc.assert(
      fc.property(arbitraryCase({ recognitions: false }), twoDays, (theCase, [earlier, later]) => {
        const before = of2022.decide(theCase, { asOf: earlier });
        const after = of2022.decide(theCase, { asOf: later });
        expect(after.points.total).toBeGreaterThanOrEqual(before.points.total);
        for (const [at, { credited }] of before.activities.entries()) {
          expect(after.activities[at]?.credited).toBeGreaterThanOrEqual(credited);
        }
        if (before.sanction.imposed !== null) expect(after.sanction.imposed).not.toBeNull();
        if (before.outcome === "exempt") expect(after.outcome).toBe("exempt");
        if (before.report.status === "on-time" && after.obligation.status === "obliged") {
          expect(after.report).toEqual(before.report);
        }
      }),
      runs,
    );
  });

  it("without recognitions and absences what is fulfilled stays fulfilled, and unfulfilled is not pending again", () => {
    fc.assert(
      fc.property(arbitraryCase({ recognitions: false, absences: false }), twoDays, (theCase, [earlier, later]) => {
        const before = of2022.decide(theCase, { asOf: earlier }).outcome;
        const after = of2022.decide(theCase, { asOf: later }).outcome;
        if (before === "fulfilled" || before === "not-a-member") expect(after).toBe(before);
        if (before === "unfulfilled") expect(after).not.toBe("pending");
      }),
      runs,
    );
  });

  it("what comes after the day changes nothing but the reason after-as-of", () => {
    fc.assert(
      fc.property(decided(), ({ theCase, asOf }) => {
        const { activities, absences = [], sanctions = [], report = null, ...rest } = theCase;
        const known: Case = {
          ...rest,
          activities: activities
            .filter(({ to }) => to <= asOf)
            .map(({ recognition, ...one }) =>
              recognition && recognition.decidedOn <= asOf ? { ...one, recognition } : one,
            ),
          absences: absences.filter(({ from }) => from <= asOf),
          sanctions: sanctions.filter(({ imposedOn }) => imposedOn <= asOf),
          report: report && report.submittedOn <= asOf ? report : null,
        };
        const all = of2022.decide(theCase, { asOf, trace: false });
        const onlyKnown = of2022.decide(known, { asOf, trace: false });
        expect({ ...all, activities: all.activities.filter(({ reason }) => reason !== "after-as-of") }).toEqual(
          onlyKnown,
        );
      }),
      runs,
    );
  });
});
