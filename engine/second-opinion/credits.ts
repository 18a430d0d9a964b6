import type { Activity } from "../schema/case.ts";
import type { Form } from "../schema/form.ts";
import { activityFacts, isRecognised } from "./activity-facts.ts";
import { type Days, daysFromTo, dayToDay } from "./days.ts";
import type { Entry } from "./entries.ts";
import { partsOf } from "./exact.ts";
import { type Asking, firstHeld, type JudgedFacts, judge } from "./judge.ts";
import type { Matter } from "./matter.ts";
import { penaltiesOf } from "./penalties.ts";
import { componentsBy, creditBy } from "./weights.ts";

/** Whether the activity ended within any of the windows, as json-rules-engine finds. */
function* endedWithin({ to }: Activity, windows: readonly Days[], { conditions }: Matter): Asking<boolean> {
  for (const { from: first, to: last } of windows) {
    const facts = { endToFirst: dayToDay(to, first), endToLast: dayToDay(to, last) };
    if ((yield* judge(conditions.isWithin, facts)).size > 0) return true;
  }
  return false;
}

/** The terms of the sanctions that allow making up. */
const makeUpWindows = (matter: Matter): Days[] =>
  penaltiesOf(matter)
    .filter(({ makeUp }) => makeUp)
    .map(({ from, until }) => ({ from, to: until }));

/** What the contract looks at to credit an activity or not. */
function* contractFacts(activity: Activity, form: Form | undefined, matter: Matter): Asking<JudgedFacts> {
  const { ruleSet, theCase, asOf, window } = matter;
  const { to, evidence, makeUpFor } = activity;
  const marked = makeUpFor !== undefined;
  const ended = yield* endedWithin(activity, marked ? makeUpWindows(matter) : [window], matter);
  return {
    endToAsOf: dayToDay(to, asOf),
    marked,
    yearsFromMark: (makeUpFor ?? theCase.reportingYear) - theCase.reportingYear,
    withinMakeUp: marked && ended,
    withinYear: !marked && ended,
    listed: form !== undefined,
    recognised: isRecognised(activity, matter),
    evidenceRequired: ruleSet.evidence.required,
    documents: evidence.filter(({ kind }) => form?.evidence?.includes(kind) ?? true).length,
  };
}

/** Credits one activity, before the limits, and tries for it the conditions by which activities are selected. */
function* credit(activity: Activity, matter: Matter, known: JudgedFacts): Asking<Entry> {
  const { ruleSet, conditions } = matter;
  const form = ruleSet.forms.find(({ id }) => id === activity.form);
  const { reasons, selections } = conditions.forms.get(activity.form) ?? conditions.unlisted;
  const facts = [activityFacts(activity, matter), known];
  const ofContract = yield* contractFacts(activity, form, matter);
  const reason = firstHeld(reasons, yield* judge(reasons, ofContract, ...facts));
  const entry = { activity, days: daysFromTo(activity.from, activity.to), reason };
  if (reason !== null) return { ...entry, parts: 0n, components: new Map(), held: new Set() };
  const held = yield* judge(selections, ...facts);
  const parts = isRecognised(activity, matter)
    ? partsOf(activity.recognition?.points ?? 0)
    : creditBy(form as Form, "", facts, held);
  return { ...entry, parts, components: form ? componentsBy(form, parts, facts, held) : new Map(), held };
}

/** Credits every activity of the case, before the limits. */
export function* creditAll(matter: Matter, known: JudgedFacts): Asking<Entry[]> {
  const entries: Entry[] = [];
  for (const activity of matter.theCase.activities) entries.push(yield* credit(activity, matter, known));
  return entries;
}
