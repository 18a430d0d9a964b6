import type { Case } from "../schema/case.ts";
import type { Decision } from "../schema/decision.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import { OUTCOMES, REPORT_STATUSES } from "./contract-conditions.ts";
import { type Credit, creditAll } from "./credits.ts";
import { dayAsNumber, daysFromTo, monthsLater, twelveMonths } from "./days.ts";
import { absenceFacts, consultantFacts, translate } from "./facts.ts";
import { is, type Judged, type JudgedFacts, judge, judgeFirst } from "./judge.ts";

/** The part of a decision that the second opinion finds for itself. */
export type SecondDecision = Pick<Decision, "outcome" | "report" | "sanction"> & {
  obligation: Omit<Decision["obligation"], "clauses">;
  activities: { id: string; credited: number; reason: string | null }[];
  points: Decision["points"];
};

type Days = { from: string; to: string };
type Penalty = { id: string; from: string; until: string; makeUp: boolean };

async function exemptionOf(ruleSet: RuleSet, theCase: Case, asOf: string, known: JudgedFacts, period: Days) {
  const judged = (forAny: boolean): Judged[] =>
    ruleSet.exemptions
      .filter((exemption) => (exemption.forAny !== undefined) === forAny)
      .map(({ id, when }) => ({ name: id, conditions: { all: [translate(when, ruleSet)] } }));
  const held = await judge(judged(false), known);
  for (const absence of (theCase.absences ?? []).filter(({ from }) => dayAsNumber(from) <= dayAsNumber(asOf))) {
    const facts = { ...known, ...absenceFacts(absence, period) };
    for (const id of await judge(judged(true), facts)) held.add(id);
  }
  return ruleSet.exemptions.find(({ id }) => held.has(id))?.id ?? null;
}

async function amountsOf(ruleSet: RuleSet, known: JudgedFacts): Promise<Record<string, number>> {
  const amounts: Record<string, number> = {};
  for (const { id, value, choose = [], otherwise } of ruleSet.amounts) {
    const choices = choose.map(({ when }, at) => ({ name: `${at}`, conditions: { all: [translate(when, ruleSet)] } }));
    const chosen = await judgeFirst(choices, { ...known, ...amounts });
    const points = chosen === null ? (value ?? otherwise) : choose[Number(chosen)]?.value;
    amounts[`amount.${id}`] = Math.round((points as number) * 100);
  }
  return amounts;
}

function measuresOf({ measures }: RuleSet, credits: readonly Credit[]): Record<string, number> {
  const sum = (forms?: readonly string[]): number =>
    Number(credits.filter(({ form }) => forms?.includes(form) ?? true).reduce((total, c) => total + c.hundredths, 0n));
  return Object.fromEntries(measures.map(({ id, forms }) => [`measure.${id}`, sum(forms)]));
}

function penaltiesOf({ sanctions: ladder }: RuleSet, { sanctions = [] }: Case, asOf: string): Penalty[] {
  return sanctions
    .filter(({ imposedOn }) => dayAsNumber(imposedOn) <= dayAsNumber(asOf))
    .map(({ sanction, imposedOn }) => {
      const step = ladder.find(({ id }) => id === sanction);
      const until = monthsLater(imposedOn, step?.term.months ?? 0);
      return { id: sanction, from: imposedOn, until, makeUp: step?.makeUp ?? false };
    });
}

async function dueSanction(
  { sanctions: ladder }: RuleSet,
  last: Penalty | undefined,
  asOf: string,
  unfulfilled: boolean,
) {
  const steps = ladder.map(
    ({ id }, at): Judged => ({
      name: id,
      conditions: {
        all: [
          is("unfulfilled", "equal", true),
          is("stepsImposed", "equal", at),
          { any: [is("stepsImposed", "equal", 0), is("daysPastTerm", "greaterThan", 0)] },
        ],
      },
    }),
  );
  return judgeFirst(steps, {
    unfulfilled,
    stepsImposed: last ? ladder.findIndex(({ id }) => id === last.id) + 1 : 0,
    daysPastTerm: last ? dayAsNumber(asOf) - dayAsNumber(last.until) : 0,
  });
}

/** Decides the case a second time, by conditions that json-rules-engine tries, with its own calendar and sums. */
export async function decideAgain(ruleSet: RuleSet, theCase: Case, asOf: string): Promise<SecondDecision> {
  const { reportingYear, consultant } = theCase;
  const period = twelveMonths(reportingYear, ruleSet.period.starts);
  const year = { from: dayAsNumber(period.from), to: dayAsNumber(period.to) };
  const { yearsAfter, monthDay } = ruleSet.deadlines.report;
  const due = `${reportingYear + yearsAfter}-${monthDay}`;

  const leftOn = consultant.memberUntil ? dayAsNumber(consultant.memberUntil) : Number.POSITIVE_INFINITY;
  const member = dayAsNumber(consultant.memberSince) <= year.to && leftOn >= year.from;
  const known = consultantFacts(theCase, ruleSet, period);
  const exemption = member ? await exemptionOf(ruleSet, theCase, asOf, known, period) : null;
  const obliged = member && exemption === null;

  const amounts = await amountsOf(ruleSet, known);
  const penalties = penaltiesOf(ruleSet, theCase, asOf);
  const makeUp = penalties.filter((penalty) => penalty.makeUp);
  const windows = makeUp.map(({ from, until }) => ({ from: dayAsNumber(from), to: dayAsNumber(until) }));
  const credits = await creditAll(ruleSet, theCase, asOf, { ...known, ...amounts }, year, windows);
  const measures = measuresOf(ruleSet, credits);

  const submittedOn = theCase.report?.submittedOn;
  const submitted = submittedOn !== undefined && dayAsNumber(submittedOn) <= dayAsNumber(asOf);
  const daysLate = submitted && submittedOn > due ? daysFromTo(due, submittedOn) - 1 : 0;
  const requirements = ruleSet.requirements.map(({ id, when }) => ({
    name: id,
    conditions: { all: [translate(when, ruleSet)] },
  }));
  const reportFacts = { "report.submitted": submitted, "report.daysLate": daysLate };
  const met = await judge(requirements, { ...known, ...amounts, ...measures, ...reportFacts });
  const facts = {
    member,
    exempt: exemption !== null,
    obliged,
    submitted,
    daysLate,
    requirementsMet: met.size === requirements.length,
    daysPastDue: dayAsNumber(asOf) - dayAsNumber(due),
  };
  const outcome = (await judgeFirst(OUTCOMES, facts)) as SecondDecision["outcome"];
  const status = (await judgeFirst(REPORT_STATUSES, facts)) as SecondDecision["report"]["status"];
  const last = penalties.at(-1);

  const norm = obliged ? (amounts["amount.norm"] as number) : 0;
  const total = measures["measure.total"] as number;
  const credited = Number(credits.reduce((sum, { hundredths }) => sum + hundredths, 0n));
  return {
    outcome,
    obligation: { status: member ? (obliged ? "obliged" : "exempt") : "not-a-member", exemption, norm: norm / 100 },
    activities: credits.map(({ id, hundredths, reason }) => ({ id, credited: Number(hundredths) / 100, reason })),
    points: {
      credited: credited / 100,
      carriedIn: 0,
      total: total / 100,
      norm: norm / 100,
      shortfall: Math.max(0, norm - total) / 100,
    },
    report: { due, status, daysLate: status === "late" ? daysLate : 0 },
    sanction: {
      imposed: last?.id ?? null,
      runsUntil: last?.until ?? null,
      due: await dueSanction(ruleSet, last, asOf, outcome === "unfulfilled"),
    },
  };
}
