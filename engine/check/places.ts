import { type Fact, STAGES, type Stage } from "../facts/facts.ts";
import type { Condition } from "../schema/condition.ts";
import type { CreditRule, RuleSet, Selection } from "../schema/rule-set.ts";

/** A place of a rule set where facts are read: when, and of what. */
export interface Place {
  pointer: string;
  stage: Stage;
  scope: Fact["scope"];
  /** An amount may read only the amounts before it: its own name. */
  before?: string;
}

export type ConditionPlace = Place & { condition: Condition };

const ofActivity = (condition: Condition | undefined, pointer: string): ConditionPlace[] =>
  condition ? [{ pointer: `${pointer}/when`, condition, stage: "activities", scope: "activity" }] : [];

const ofMultipliers = ({ multipliers = [] }: CreditRule, pointer: string): ConditionPlace[] =>
  multipliers.flatMap(({ when }, at) => ofActivity(when, `${pointer}/multipliers/${at}`));

const ofSelection = ({ when }: Selection, pointer: string): ConditionPlace[] => ofActivity(when, pointer);

/** The conditions over activities: of forms, multipliers and selections. */
function activityConditions({ forms, limits = [], measures, carryOver }: RuleSet): ConditionPlace[] {
  return [
    ...forms.flatMap((form, at) => [
      ...ofActivity(form.when, `/forms/${at}`),
      ...ofMultipliers(form, `/forms/${at}`),
      ...(form.credits ?? []).flatMap((credit, place) => ofMultipliers(credit, `/forms/${at}/credits/${place}`)),
    ]),
    ...limits.flatMap((limit, at) => ofSelection(limit, `/limits/${at}`)),
    ...measures.flatMap((measure, at) => [
      ...ofSelection(measure, `/measures/${at}`),
      ...(measure.terms ?? []).flatMap((term, place) => ofSelection(term, `/measures/${at}/terms/${place}`)),
    ]),
    ...(carryOver ? ofSelection(carryOver, "/carryOver") : []),
  ];
}

/** Every condition of a rule set, with what may be read in it. */
export const conditionPlaces = (ruleSet: RuleSet): ConditionPlace[] => [
  ...ruleSet.exemptions.map(({ when, forAny }, at): ConditionPlace => {
    return { pointer: `/exemptions/${at}/when`, condition: when, stage: "exemptions", scope: forAny ?? "case" };
  }),
  ...ruleSet.amounts.flatMap(({ id, choose = [] }, at) =>
    choose.map(({ when }, place): ConditionPlace => {
      const pointer = `/amounts/${at}/choose/${place}/when`;
      return { pointer, condition: when, stage: "amounts", scope: "case", before: `amount.${id}` };
    }),
  ),
  ...activityConditions(ruleSet),
  ...ruleSet.requirements.map(({ when }, at): ConditionPlace => {
    return { pointer: `/requirements/${at}/when`, condition: when, stage: "requirements", scope: "case" };
  }),
  ...ruleSet.sanctions.flatMap(({ skippedWhen }, at): ConditionPlace[] =>
    skippedWhen
      ? [{ pointer: `/sanctions/${at}/skippedWhen`, condition: skippedWhen, stage: "requirements", scope: "case" }]
      : [],
  ),
];

/** A place that reads one fact by its name, and what the fact has to be; `own` where no fact of the case will do. */
export type FactPlace = Place & { fact: string; types: readonly Fact["type"][]; own?: boolean };

const NUMBERS = ["points", "number", "count"] as const;
const MEASURED = { types: ["number", "count"], stage: "activities", scope: "activity", own: true } as const;

/** Every place of a rule set that reads one fact by its name. */
export function factPlaces({ forms, amounts, cycle }: RuleSet): FactPlace[] {
  const ofCredit = ({ per }: CreditRule, pointer: string): FactPlace[] =>
    per === "item" ? [] : [{ pointer: `${pointer}/per/fact`, fact: per.fact, ...MEASURED }];
  const anchor = typeof cycle?.anchor === "object" ? cycle.anchor.fact : undefined;
  return [
    ...forms.flatMap((form, at) => [
      ...ofCredit(form, `/forms/${at}`),
      ...(form.credits ?? []).flatMap((credit, place) => ofCredit(credit, `/forms/${at}/credits/${place}`)),
    ]),
    ...amounts.flatMap(({ id, table, fact }, at): FactPlace[] => {
      const rest = { types: NUMBERS, stage: "amounts", scope: "case", before: `amount.${id}` } as const;
      return [
        ...(table ? [{ pointer: `/amounts/${at}/table/fact`, fact: table.fact, ...rest }] : []),
        ...(fact === undefined ? [] : [{ pointer: `/amounts/${at}/fact`, fact, ...rest }]),
      ];
    }),
    ...(anchor === undefined
      ? []
      : [{ pointer: "/cycle/anchor/fact", fact: anchor, types: ["day"], stage: "membership", scope: "case" } as const]),
  ];
}

/** The facts that may be read in a place: known by its stage, and of the case or of what is being looked at. */
export function readable(facts: ReadonlyMap<string, Fact>, { stage, scope, before }: Place): ReadonlyMap<string, Fact> {
  const latest = STAGES.indexOf(stage);
  const names = [...facts.keys()];
  const end = before === undefined ? names.length : names.indexOf(before);
  const known = [...facts].filter(
    ([name, fact]) =>
      STAGES.indexOf(fact.stage) <= latest &&
      (fact.scope === "case" || fact.scope === scope) &&
      (fact.stage !== "amounts" || before === undefined || names.indexOf(name) < end),
  );
  return new Map(known);
}
