import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { isDay } from "../../engine/calendar.ts";
import { compareWithExpectation } from "../../engine/check/expectation.ts";
import { type Case, compile, type Decision, parseCase, parseRuleSet } from "../../engine/index.ts";
import { FINDINGS, REASONS } from "../../engine/schema/decision.ts";
import { readLawText } from "../../server/law-text.ts";

/** A worked case: a name that a lawyer can check, the clauses it is about, and what must be decided. */
interface WorkedCase {
  file: string;
  name: string;
  clauses: string[];
  asOf: string;
  case: Case;
  expect: Record<string, unknown>;
}

const folder = new URL("../cases/", import.meta.url);
const rulesFolder = new URL("../../rules/", import.meta.url);
const rules = compile(parseRuleSet(readFileSync(new URL("2022.json", rulesFolder), "utf8")));
const lawText = readLawText(fileURLToPath(new URL("2022.text.json", rulesFolder)));
const clausesOfTheLaw = new Set(lawText.clauses.map(({ id }) => id));

const workedCases = readdirSync(folder).map((file): WorkedCase => {
  return { file, ...JSON.parse(readFileSync(new URL(file, folder), "utf8")) };
});
const decide = ({ asOf, case: given }: WorkedCase): Decision => rules.decide(parseCase(given), { asOf });

const PARTS = ["outcome", "obligation", "activities", "points", "report", "sanction", "findings"];

describe("the worked cases hold", () => {
  it.each(workedCases)("$name", (worked) => {
    expect(compareWithExpectation(decide(worked), worked.expect)).toEqual([]);
  });
});

describe("the worked cases are well kept", () => {
  it.each(workedCases)("$file", ({ file, name, clauses, asOf, case: given, expect: expected, ...rest }) => {
    expect(rest, "fields that no worked case has").toEqual({});
    expect(basename(file, ".json"), "the file bears the name of the case").toBe(name);
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(isDay(asOf), "asOf is a day").toBe(true);
    expect(parseCase(given)).toEqual(given);
    expect(Object.keys(expected).sort()).toEqual([...PARTS].sort());
    expect(clauses.length, "the clauses it is about").toBeGreaterThan(0);
    expect(clauses.filter((clause) => !clausesOfTheLaw.has(clause))).toEqual([]);
  });

  it("are told apart by their contents", () => {
    const contents = workedCases.map(({ asOf, case: given }) => JSON.stringify([asOf, given]));
    expect(new Set(contents).size).toBe(contents.length);
  });
});

describe("the worked cases cover the rule set and the contract", () => {
  const decisions = workedCases.map(decide);
  const { ruleSet } = rules;
  const ids = (parts: readonly { id: string }[]): string[] => parts.map(({ id }) => id);
  const absences = workedCases.flatMap((worked) => worked.case.absences ?? []);
  const reasons = new Set(decisions.flatMap(({ activities }) => activities.map(({ reason }) => reason)));
  const uncovered = (needed: readonly unknown[], covered: Iterable<unknown>): unknown[] => {
    const seen = new Set(covered);
    return needed.filter((one) => !seen.has(one));
  };

  it("every form is credited", () => {
    const credited = decisions.flatMap(({ activities }) => activities.filter(({ credited }) => credited > 0));
    expect(uncovered(ids(ruleSet.forms), ids(credited.map(({ form }) => ({ id: form }))))).toEqual([]);
  });

  it("every form closes a gap exactly, leaves one open and more than closes one", () => {
    for (const form of ids(ruleSet.forms)) {
      const totals = decisions
        .filter(({ activities }) => activities.some((credit) => credit.id === "x" && credit.form === form))
        .map(({ points }) => points.total);
      expect(totals.sort((a, b) => a - b)).toEqual([9, 10, 11]);
    }
  });

  it("every kind of absence is given, every exemption holds and does not hold", () => {
    expect(
      uncovered(
        ids(ruleSet.absences),
        absences.map(({ kind }) => kind),
      ),
    ).toEqual([]);
    const held = decisions.map(({ obligation }) => obligation.exemption);
    expect(uncovered([...ids(ruleSet.exemptions), null], held)).toEqual([]);
  });

  it("every sanction is due, is running and is over", () => {
    const steps = ids(ruleSet.sanctions);
    expect(
      uncovered(
        [...steps, null],
        decisions.map(({ sanction }) => sanction.due),
      ),
    ).toEqual([]);
    const running = decisions.filter(({ sanction, asOf }) => (sanction.runsUntil ?? "") >= asOf);
    const over = decisions.filter(({ sanction, asOf }) => sanction.runsUntil !== null && sanction.runsUntil < asOf);
    expect(
      uncovered(
        steps,
        running.map(({ sanction }) => sanction.imposed),
      ),
    ).toEqual([]);
    expect(
      uncovered(
        steps,
        over.map(({ sanction }) => sanction.imposed),
      ),
    ).toEqual([]);
  });

  it("the deadline is met on its day and missed by a day, by the report and by the day of the decision", () => {
    const late = workedCases.map((worked, at) => {
      const { due, daysLate } = (decisions[at] as Decision).report;
      return worked.case.report?.submittedOn === due ? 0 : daysLate;
    });
    expect(uncovered([0, 1], late)).toEqual([]);
    const onTheDay = decisions.filter(({ asOf, report }) => asOf === report.due);
    const dayAfter = decisions.filter(({ asOf, report }) => asOf === report.due.replace(/15$/, "16"));
    const statuses = (some: Decision[]): string[] => some.map(({ report }) => report.status);
    expect(uncovered(["not-due", "on-time"], statuses(onTheDay))).toEqual([]);
    expect(uncovered(["missing", "late", "on-time"], statuses(dayAfter))).toEqual([]);
  });

  it("every outcome, obligation, report status and finding", () => {
    const outcomes = ["not-a-member", "exempt", "fulfilled", "pending", "unfulfilled"];
    expect(
      uncovered(
        outcomes,
        decisions.map(({ outcome }) => outcome),
      ),
    ).toEqual([]);
    const duties = decisions.map(({ obligation }) => obligation.status);
    expect(uncovered(["not-a-member", "exempt", "obliged"], duties)).toEqual([]);
    const statuses = decisions.map(({ report }) => report.status);
    expect(uncovered(["not-required", "on-time", "late", "not-due", "missing"], statuses)).toEqual([]);
    const found = decisions.flatMap(({ findings }) => findings.map(({ code }) => code));
    expect(uncovered(FINDINGS, found)).toEqual([]);
  });

  it("every reason that the rule set can give", () => {
    const hasConditions = ruleSet.forms.some(({ when }) => when !== undefined);
    const hasLimits = (ruleSet.limits ?? []).length > 0;
    const possible = REASONS.filter(
      (reason) => (reason !== "not-eligible" || hasConditions) && (reason !== "over-limit" || hasLimits),
    );
    expect(uncovered([...possible, null], reasons)).toEqual([]);
  });

  it("every clause that a part of the rule set rests on, but for the chamber's own deadline", () => {
    const parts = [
      ruleSet.period,
      ruleSet.membership,
      ruleSet.unlisted,
      ruleSet.evidence,
      ruleSet.deadlines.report,
      ...ruleSet.exemptions,
      ...ruleSet.amounts,
      ...ruleSet.forms,
      ...ruleSet.measures,
      ...ruleSet.requirements,
      ...ruleSet.sanctions,
    ];
    const named = workedCases.flatMap(({ clauses }) => clauses);
    expect(
      uncovered(
        parts.flatMap(({ clauses }) => clauses),
        named,
      ),
    ).toEqual([]);
  });
});
