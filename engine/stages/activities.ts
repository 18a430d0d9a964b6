import { type CompiledCondition, compileCondition, factsRead } from "../conditions.ts";
import type { Evaluation } from "../evaluation.ts";
import type { Fact } from "../facts.ts";
import { fromHundredths, multiply, toHundredths } from "../points.ts";
import type { Rules } from "../prepare.ts";
import type { Activity } from "../schema/case.ts";
import type { CreditedActivity, Reason } from "../schema/decision.ts";
import type { Form, RuleSet } from "../schema/rule-set.ts";
import { applyLimits } from "./limits.ts";
import { isInMakeUp } from "./sanctions.ts";

export interface CompiledForm {
  id: string;
  clauses: readonly string[];
  /** Hundredths of a point for each unit. */
  weight: number;
  condition: CompiledCondition | null;
}

/** What the crediting of activities needs of a rule set. */
export interface CreditRules {
  forms: ReadonlyMap<string, CompiledForm>;
  evidenceRequired: boolean;
  clauses: Readonly<Record<Exclude<Reason, "not-eligible" | "over-limit">, readonly string[]>>;
}

const compileForm = ({ id, clauses, weight, when }: Form, facts: ReadonlyMap<string, Fact>): CompiledForm => ({
  id,
  clauses,
  weight: toHundredths(weight),
  condition: when ? compileCondition(when, facts) : null,
});

export function compileCreditRules(ruleSet: RuleSet, facts: ReadonlyMap<string, Fact>): CreditRules {
  const stepsOfMakeUp = ruleSet.sanctions.filter(({ makeUp }) => makeUp);
  const ofMakeUp = Object.freeze([...new Set(stepsOfMakeUp.flatMap(({ clauses }) => clauses))]);
  const makeUp = ofMakeUp.length > 0 ? ofMakeUp : ruleSet.period.clauses;
  return {
    forms: new Map(ruleSet.forms.map((form) => [form.id, compileForm(form, facts)])),
    evidenceRequired: ruleSet.evidence.required,
    clauses: {
      "after-as-of": ruleSet.period.clauses,
      "other-year": makeUp,
      "outside-make-up": makeUp,
      "outside-period": ruleSet.period.clauses,
      "unlisted-form": ruleSet.unlisted.clauses,
      "no-evidence": ruleSet.evidence.clauses,
    },
  };
}

/** Whether the activity was recognised by a decision that was taken by `asOf`. Clauses 3.1 and 6.2 (2). */
const isRecognised = ({ recognition }: Activity, asOf: string): boolean =>
  recognition !== undefined && recognition.decidedOn <= asOf;

/** Why the activity gives nothing: the first reason that holds, or null. Limits come later. */
function refuse(
  activity: Activity,
  form: CompiledForm | undefined,
  recognised: boolean,
  rules: CreditRules,
  evaluation: Evaluation,
): Exclude<Reason, "over-limit"> | null {
  const { asOf, period } = evaluation;
  const day = activity.to;
  if (day > asOf) return "after-as-of";
  if (activity.makeUpFor !== undefined) {
    if (activity.makeUpFor !== evaluation.case.reportingYear) return "other-year";
    if (!isInMakeUp(evaluation.penalties, day)) return "outside-make-up";
  } else if (day < period.from || day > period.to) return "outside-period";
  if (!form && !recognised) return "unlisted-form";
  if (form?.condition) {
    evaluation.activity = activity;
    if (!form.condition.holds(evaluation)) return "not-eligible";
  }
  if (rules.evidenceRequired && activity.evidence.length === 0) return "no-evidence";
  return null;
}

function traceActivity(
  activity: Activity,
  form: CompiledForm | undefined,
  recognised: boolean,
  credit: CreditedActivity,
  evaluation: Evaluation,
): void {
  const { makeUpFor, units = 1, recognition } = activity;
  const facts: Record<string, unknown> = { form: activity.form, endedOn: activity.to };
  if (makeUpFor !== undefined) facts.makeUpFor = makeUpFor;
  facts.weight = form ? fromHundredths(form.weight) : null;
  facts.units = units;
  facts.documents = activity.evidence.length;
  if (recognised && recognition) {
    facts.recognised = recognition.points;
    facts.recognisedOn = recognition.decidedOn;
  }
  if (form?.condition) {
    evaluation.activity = activity;
    Object.assign(facts, factsRead(form.condition, evaluation));
  }
  evaluation.trace?.push({
    step: "activity",
    subject: activity.id,
    clauses: credit.clauses,
    facts,
    gave: { credited: credit.credited, reason: credit.reason },
  });
}

/** Credits one activity by its form's weight or its recognition, before any limit. */
function creditActivity(activity: Activity, rules: CreditRules, evaluation: Evaluation): CreditedActivity {
  const form = rules.forms.get(activity.form);
  const recognised = isRecognised(activity, evaluation.asOf);
  const reason = refuse(activity, form, recognised, rules, evaluation);
  let hundredths = 0;
  let clauses: readonly string[];
  if (reason !== null) {
    clauses = reason === "not-eligible" ? (form as CompiledForm).clauses : rules.clauses[reason];
  } else if (recognised) {
    hundredths = toHundredths((activity.recognition as { points: number }).points);
    clauses = rules.clauses["unlisted-form"];
  } else {
    const { weight, clauses: ofForm } = form as CompiledForm;
    hundredths = activity.units === undefined ? weight : multiply(weight, toHundredths(activity.units));
    clauses = ofForm;
  }
  const credit = { id: activity.id, form: activity.form, credited: fromHundredths(hundredths), reason, clauses };
  if (evaluation.trace) traceActivity(activity, form, recognised, credit, evaluation);
  return credit;
}

/** Credits every activity of the case, in its order, and cuts what is over a limit. */
export function creditAll({ credit, limits }: Rules, evaluation: Evaluation): CreditedActivity[] {
  const { activities } = evaluation.case;
  const credits = new Array<CreditedActivity>(activities.length);
  for (let at = 0; at < activities.length; at++) {
    credits[at] = creditActivity(activities[at] as Activity, credit, evaluation);
  }
  applyLimits(limits, credits, evaluation);
  return credits;
}
