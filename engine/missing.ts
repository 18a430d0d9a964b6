import { addMonths } from "./calendar.ts";
import type { CompiledRuleSet } from "./compile.ts";
import type { Activity, Case } from "./schema/case.ts";
import type { Decision } from "./schema/decision.ts";
import type { Form, RuleSet } from "./schema/rule-set.ts";
import { smallestSets } from "./smallest-sets.ts";
import { eligibleDays, periodOf } from "./stages/period.ts";

/** So many activities that give so many points each, of any of these forms. */
export interface MissingActivities {
  count: number;
  /** Points that one of them gives. */
  points: number;
  forms: readonly string[];
}

/** In which days an activity has to end to count, and for which earlier year it then has to be marked. */
export interface OpenWindow {
  from: string;
  to: string;
  makeUpFor: number | null;
  /** The sanction that opens the window and is still to be imposed; the days are then those if it were imposed now. */
  onceImposed: string | null;
}

/** What an obliged consultant still needs as of a day. */
export interface Missing {
  /** Points to the norm; 0 where only the report is missing. */
  points: number;
  /** Whether the report is still to be submitted, by the decision's `report.due`. */
  report: boolean;
  /** Null where no activity can count, neither now nor with the sanction that is due. */
  window: OpenWindow | null;
  /** The smallest sets of listed activities that would close the gap, the fewest activities first; none without a window. */
  options: readonly (readonly MissingActivities[])[];
}

const MOST_OPTIONS = 3;

const inHundredths = (points: number): number => Math.round(points * 100);

const later = (a: string, b: string): string => (a > b ? a : b);

/** The days left: of the reporting year, or of a sanction that allows making up, running or due. Clause 9.1. */
function openWindow({ ruleSet }: CompiledRuleSet, { reportingYear, asOf, sanction }: Decision): OpenWindow | null {
  const { from, to } = eligibleDays(ruleSet.period, periodOf(ruleSet.period, reportingYear));
  if (asOf <= to) {
    return { from: later(asOf, from), to, makeUpFor: null, onceImposed: null };
  }
  const due = ruleSet.sanctions.find(({ id }) => id === sanction.due);
  if (due?.makeUp) {
    return { from: asOf, to: addMonths(asOf, due.term.months), makeUpFor: reportingYear, onceImposed: due.id };
  }
  const running = ruleSet.sanctions.find(({ id }) => id === sanction.imposed);
  if (!running?.makeUp || sanction.runsUntil === null || asOf > sanction.runsUntil) return null;
  return { from: asOf, to: sanction.runsUntil, makeUpFor: reportingYear, onceImposed: null };
}

/** As much of the activity's attribute as the form's weight is per: one unit of it. */
function oneUnit({ per }: Form, { attributes }: RuleSet): NonNullable<Activity["attributes"]> {
  const measured = attributes?.activity?.find(({ id }) => typeof per === "object" && per.fact === `activity.${id}`);
  return measured ? { [measured.id]: (per as Exclude<Form["per"], "item">).every } : {};
}

const imagined = (form: Form, at: number, { from, makeUpFor }: OpenWindow, ruleSet: RuleSet): Activity => ({
  id: `missing ${at}`,
  form: form.id,
  attributes: oneUnit(form, ruleSet),
  title: `missing ${at}`,
  organizer: "",
  from,
  to: from,
  evidence: [{ kind: form.evidence?.[0] ?? "document", name: "" }],
  ...(makeUpFor === null ? {} : { makeUpFor }),
});

const formOf = ({ ruleSet }: CompiledRuleSet, id: string): Form => ruleSet.forms.find((form) => form.id === id) as Form;

/** The total, in hundredths, if activities of these forms were added and ended on the first day of the window. */
function totalWith(rules: CompiledRuleSet, theCase: Case, forms: readonly string[], window: OpenWindow): number {
  const added = forms.map((id, at) => imagined(formOf(rules, id), at, window, rules.ruleSet));
  const { activities, sanctions = [] } = theCase;
  const imposed = window.onceImposed === null ? [] : [{ sanction: window.onceImposed, imposedOn: window.from }];
  const extended = { ...theCase, activities: [...activities, ...added], sanctions: [...sanctions, ...imposed] };
  return inHundredths(rules.decide(extended, { asOf: window.from, trace: false }).points.total);
}

/** The listed forms by what one more activity of each would add, in hundredths; those that would add nothing left out. */
function formsByGain(rules: CompiledRuleSet, theCase: Case, window: OpenWindow): Map<number, string[]> {
  const before = totalWith(rules, theCase, [], window);
  const gains = new Map<number, string[]>();
  for (const { id } of rules.ruleSet.forms) {
    const gain = totalWith(rules, theCase, [id], window) - before;
    if (gain > 0) gains.set(gain, [...(gains.get(gain) ?? []), id]);
  }
  return gains;
}

function findOptions(
  rules: CompiledRuleSet,
  theCase: Case,
  { points }: Decision,
  window: OpenWindow,
): MissingActivities[][] {
  const gains = formsByGain(rules, theCase, window);
  const norm = inHundredths(points.norm);
  const gap = norm - totalWith(rules, theCase, [], window);
  const closesGap = (set: readonly number[]): boolean =>
    totalWith(
      rules,
      theCase,
      set.map((gain) => gains.get(gain)?.[0] as string),
      window,
    ) >= norm;
  return smallestSets([...gains.keys()], gap)
    .filter(closesGap)
    .slice(0, MOST_OPTIONS)
    .map((set) =>
      [...new Set(set)].map((gain) => ({
        count: set.filter((other) => other === gain).length,
        points: gain / 100,
        forms: gains.get(gain) as string[],
      })),
    );
}

/**
 * What a consultant still needs, as of the day of the decision.
 * @returns null where nothing is owed: not obliged, or fulfilled.
 */
export function missing(rules: CompiledRuleSet, theCase: Case, decision: Decision): Missing | null {
  const { obligation, outcome, points, report } = decision;
  if (obligation.status !== "obliged" || outcome === "fulfilled") return null;
  const window = openWindow(rules, decision);
  return {
    points: points.shortfall,
    report: report.status === "not-due" || report.status === "missing",
    window,
    options: window && points.shortfall > 0 ? findOptions(rules, theCase, decision, window) : [],
  };
}
