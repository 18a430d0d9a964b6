import type { Evaluation } from "../evaluation.ts";
import { type CompiledCondition, compileCondition, factsRead } from "../facts/conditions.ts";
import type { Fact } from "../facts/facts.ts";
import { pointsDown, toParts } from "../points.ts";
import type { Rules } from "../prepare.ts";
import { CaseError, problem } from "../reading/problem.ts";
import type { Activity } from "../schema/case.ts";
import type { CreditedActivity, Reason } from "../schema/decision.ts";
import type { Form, RuleSet } from "../schema/rule-set.ts";
import { LARGEST_SUM } from "../schema/words.ts";
import { type CategoryCredits, type Credit, compileCategories, compileCredit, timesUnits } from "./credit.ts";
import { type Ledger, sumOfAll } from "./ledger.ts";
import { isInMakeUp } from "./sanctions.ts";

export interface CompiledForm {
  id: string;
  clauses: readonly string[];
  /** Points for each unit, as the rule set writes them. */
  weight: number;
  /** The credit of an item, in parts, where that is all there is to the form; null where the activity is looked at. */
  fixed: number | null;
  credit: Credit;
  categories: CategoryCredits | null;
  condition: CompiledCondition | null;
  /** The kinds of documents that it takes; null for any. */
  documents: ReadonlySet<string> | null;
}

/** What the crediting of activities needs of a rule set. */
export interface CreditRules {
  forms: ReadonlyMap<string, CompiledForm>;
  evidenceRequired: boolean;
  hasCategories: boolean;
  /** The most, in parts, that the activities of a case may come to. */
  most: number;
  clauses: Readonly<Record<Exclude<Reason, "not-eligible" | "over-limit">, readonly string[]>>;
}

const isFixed = ({ per, rounding, multipliers, when, credits }: Form): boolean =>
  per === "item" && !rounding && !multipliers && !when && !credits;

const compileForm = (form: Form, facts: ReadonlyMap<string, Fact>): CompiledForm => ({
  id: form.id,
  clauses: form.clauses,
  weight: form.weight,
  fixed: isFixed(form) ? toParts(form.weight) : null,
  credit: compileCredit(form, facts),
  categories: compileCategories(form, facts),
  condition: form.when ? compileCondition(form.when, facts) : null,
  documents: form.evidence ? new Set(form.evidence) : null,
});

export function compileCreditRules(ruleSet: RuleSet, facts: ReadonlyMap<string, Fact>): CreditRules {
  const stepsOfMakeUp = ruleSet.sanctions.filter(({ makeUp }) => makeUp);
  const ofMakeUp = Object.freeze([...new Set(stepsOfMakeUp.flatMap(({ clauses }) => clauses))]);
  const makeUp = ofMakeUp.length > 0 ? ofMakeUp : ruleSet.period.clauses;
  return {
    forms: new Map(ruleSet.forms.map((form) => [form.id, compileForm(form, facts)])),
    evidenceRequired: ruleSet.evidence.required,
    most: toParts(LARGEST_SUM),
    hasCategories: (ruleSet.categories ?? []).length > 0,
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

function isDocumented({ evidence }: Activity, kinds: ReadonlySet<string> | null): boolean {
  return kinds ? evidence.some(({ kind }) => kinds.has(kind)) : evidence.length > 0;
}

/** Why the activity gives nothing: the first reason that holds, or null. Limits come later. */
function refuse(
  activity: Activity,
  form: CompiledForm | undefined,
  recognised: boolean,
  { credit: rules }: Rules,
  evaluation: Evaluation,
): Exclude<Reason, "over-limit"> | null {
  const day = activity.to;
  if (day > evaluation.asOf) return "after-as-of";
  if (activity.makeUpFor !== undefined) {
    if (activity.makeUpFor !== evaluation.case.reportingYear) return "other-year";
    if (!isInMakeUp(evaluation.penalties, day)) return "outside-make-up";
  } else if (day < evaluation.eligible.from || day > evaluation.eligible.to) return "outside-period";
  if (!form && !recognised) return "unlisted-form";
  if (form?.condition && !form.condition.holds(evaluation)) return "not-eligible";
  if (rules.evidenceRequired && !isDocumented(activity, form ? form.documents : null)) return "no-evidence";
  return null;
}

function traceActivity(
  activity: Activity,
  form: CompiledForm | undefined,
  recognised: boolean,
  credit: CreditedActivity,
  evaluation: Evaluation,
): void {
  const { makeUpFor, units = 1, recognition, attributes } = activity;
  const facts: Record<string, unknown> = { form: activity.form, endedOn: activity.to };
  if (makeUpFor !== undefined) facts.makeUpFor = makeUpFor;
  facts.weight = form ? form.weight : null;
  facts.units = units;
  facts.documents = activity.evidence.length;
  if (attributes) facts.attributes = attributes;
  if (recognised && recognition) {
    facts.recognised = recognition.points;
    facts.recognisedOn = recognition.decidedOn;
  }
  if (form?.condition) Object.assign(facts, factsRead(form.condition, evaluation));
  evaluation.trace?.push({
    step: "activity",
    subject: activity.id,
    clauses: credit.clauses,
    facts,
    gave: { credited: credit.credited, reason: credit.reason },
  });
}

/** Credits the activity at a place of the ledger by its form or its recognition, before any limit. */
function creditActivity(ledger: Ledger, at: number, rules: Rules, evaluation: Evaluation): void {
  const activity = ledger.activities[at] as Activity;
  const { forms, clauses: clausesOf } = rules.credit;
  const { id, form: formId } = activity;
  const form = forms.get(formId);
  const recognised = isRecognised(activity, evaluation.asOf);
  if (form?.fixed === null) evaluation.activity = activity;
  const reason = refuse(activity, form, recognised, rules, evaluation);
  let parts = 0;
  let credited = 0;
  let clauses: readonly string[];
  if (reason !== null) {
    clauses = reason === "not-eligible" ? (form as CompiledForm).clauses : clausesOf[reason];
  } else if (recognised) {
    credited = (activity.recognition as { points: number }).points;
    parts = toParts(credited);
    clauses = clausesOf["unlisted-form"];
  } else {
    const { weight, fixed, credit: find, clauses: ofForm } = form as CompiledForm;
    const { units } = activity;
    parts = fixed === null ? find(evaluation) : timesUnits(fixed, units);
    credited = fixed !== null && units === undefined ? weight : pointsDown(parts);
    clauses = ofForm;
  }
  const credit = { id, form: formId, credited, reason, clauses };
  ledger.credits[at] = credit;
  ledger.parts[at] = parts;
  if (form?.categories && reason === null) ledger.categories.set(at, form.categories(parts, evaluation));
  if (evaluation.trace) traceActivity(activity, form, recognised, credit, evaluation);
}

const NO_CATEGORIES: Ledger["categories"] = new Map();

/**
 * Credits every activity of the case, in its order.
 * @throws {CaseError} where they come to more points than can be added exactly.
 */
export function creditAll(rules: Rules, evaluation: Evaluation): Ledger {
  const { activities } = evaluation.case;
  const { length } = activities;
  const ledger: Ledger = {
    activities,
    credits: new Array(length),
    parts: new Array(length),
    categories: rules.credit.hasCategories ? new Map() : NO_CATEGORIES,
  };
  for (let at = 0; at < length; at++) creditActivity(ledger, at, rules, evaluation);
  if (sumOfAll(ledger) > rules.credit.most) {
    throw new CaseError([problem("too-many-points", "/activities", { limit: LARGEST_SUM })]);
  }
  return ledger;
}
