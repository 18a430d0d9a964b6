import type { Outcome } from "../schema/case.ts";
import type { Reason, ReportStatus } from "../schema/decision.ts";
import type { Form } from "../schema/form.ts";
import type { Exemption, RuleSet } from "../schema/rule-set.ts";
import { IS_WITHIN, OUTCOMES, REPORT_STATUSES, reasonsFor } from "./contract-conditions.ts";
import { type Questions, questions } from "./judge.ts";
import { ladderConditions, skipConditions } from "./penalties.ts";
import { selectionConditions } from "./selections.ts";
import { conditionsOf, translate } from "./translate.ts";
import { multiplierConditions } from "./weights.ts";

/** What is asked of an activity of one form. */
export interface FormConditions {
  /** Why it is not credited: the first that holds. */
  reasons: Questions<Reason>;
  /** Which limits, measures, terms and carry-over select it, and which multipliers of its form hold. */
  selections: Questions;
}

/** Every condition of a rule set and of the contract, made ready once to be put to json-rules-engine. */
export interface Conditions {
  outcomes: Questions<Outcome>;
  reportStatuses: Questions<ReportStatus>;
  isWithin: Questions;
  exemptionsOfCase: Questions;
  exemptionsOfAbsence: Questions;
  /** The conditions by which amounts choose, by the id of the amount. */
  choices: ReadonlyMap<string, Questions>;
  forms: ReadonlyMap<string, FormConditions>;
  /** Those for an activity whose form the rule set does not list. */
  unlisted: FormConditions;
  requirements: Questions;
  skips: Questions;
  ladder: Questions;
}

const exemptionConditions = (exemptions: readonly Exemption[], ruleSet: RuleSet): Questions =>
  questions(exemptions.map(({ id, when }) => ({ name: id, conditions: { all: [translate(when, ruleSet)] } })));

/** The conditions for a form. Forms without a condition of their own share the reasons, and what was found by them. */
function formConditions(form: Form | null, ruleSet: RuleSet, reasonsOfContract: Questions<Reason>): FormConditions {
  const { when } = form ?? {};
  return {
    reasons: when ? questions(reasonsFor(translate(when, ruleSet))) : reasonsOfContract,
    selections: questions([...selectionConditions(ruleSet), ...(form ? multiplierConditions(form, ruleSet) : [])]),
  };
}

/** Makes the conditions of a rule set ready. */
export function conditionsIn(ruleSet: RuleSet): Conditions {
  const { amounts, exemptions, forms, requirements } = ruleSet;
  const choices = amounts.map(
    ({ id, choose = [] }) => [id, questions(conditionsOf("choose", choose, ruleSet))] as const,
  );
  const reasons = questions(reasonsFor(null));
  return {
    outcomes: questions(OUTCOMES),
    reportStatuses: questions(REPORT_STATUSES),
    isWithin: questions([IS_WITHIN]),
    exemptionsOfCase: exemptionConditions(
      exemptions.filter(({ forAny }) => forAny === undefined),
      ruleSet,
    ),
    exemptionsOfAbsence: exemptionConditions(
      exemptions.filter(({ forAny }) => forAny !== undefined),
      ruleSet,
    ),
    choices: new Map(choices),
    forms: new Map(forms.map((form) => [form.id, formConditions(form, ruleSet, reasons)])),
    unlisted: formConditions(null, ruleSet, reasons),
    requirements: questions(conditionsOf("requirements", requirements, ruleSet)),
    skips: questions(skipConditions(ruleSet)),
    ladder: questions(ladderConditions(ruleSet)),
  };
}
