import type { Activity } from "../schema/case.ts";
import type { Form } from "../schema/form.ts";
import { activityFacts, isRecognised } from "./activity-facts.ts";
import { type NumberedWindow, reasonsFor } from "./contract-conditions.ts";
import { dayAsNumber, daysFromTo } from "./days.ts";
import type { Entry } from "./entries.ts";
import { partsOf } from "./exact.ts";
import { firstHeld, type Judged, type JudgedFacts, judge } from "./judge.ts";
import type { Matter } from "./matter.ts";
import { penaltiesOf } from "./penalties.ts";
import { selectionConditions } from "./selections.ts";
import { translate } from "./translate.ts";
import { componentsBy, creditBy, multiplierConditions } from "./weights.ts";

const numbered = (from: string, to: string): NumberedWindow => ({ from: dayAsNumber(from), to: dayAsNumber(to) });

/** What the contract looks at to credit an activity or not. */
function contractFacts(activity: Activity, form: Form | undefined, matter: Matter): JudgedFacts {
  const { ruleSet, theCase, asOf } = matter;
  const { to, evidence, makeUpFor } = activity;
  return {
    endedOn: dayAsNumber(to),
    daysAfterAsOf: dayAsNumber(to) - dayAsNumber(asOf),
    marked: makeUpFor !== undefined,
    yearsFromMark: (makeUpFor ?? theCase.reportingYear) - theCase.reportingYear,
    listed: form !== undefined,
    recognised: isRecognised(activity, matter),
    evidenceRequired: ruleSet.evidence.required,
    documents: evidence.filter(({ kind }) => form?.evidence?.includes(kind) ?? true).length,
  };
}

/** Why the activity is not credited, as json-rules-engine finds by what the contract says; null where it is. */
async function reasonOf(activity: Activity, form: Form | undefined, matter: Matter, facts: JudgedFacts) {
  const makeUp = penaltiesOf(matter).filter((penalty) => penalty.makeUp);
  const reasons = reasonsFor(
    numbered(matter.window.from, matter.window.to),
    makeUp.map(({ from, until }) => numbered(from, until)),
    form?.when ? translate(form.when, matter.ruleSet) : null,
  );
  return firstHeld(reasons, await judge(reasons, { ...facts, ...contractFacts(activity, form, matter) }));
}

/** Credits one activity, before the limits, and tries for it the conditions by which activities are selected. */
async function credit(
  activity: Activity,
  matter: Matter,
  known: JudgedFacts,
  selections: readonly Judged[],
): Promise<Entry> {
  const form = matter.ruleSet.forms.find(({ id }) => id === activity.form);
  const facts = { ...known, ...activityFacts(activity, matter) };
  const reason = await reasonOf(activity, form, matter, facts);
  const entry = { activity, days: daysFromTo(activity.from, activity.to), reason };
  if (reason !== null) return { ...entry, parts: 0n, components: new Map(), held: new Set() };
  const held = await judge([...selections, ...(form ? multiplierConditions(form, matter) : [])], facts);
  const parts = isRecognised(activity, matter)
    ? partsOf(activity.recognition?.points ?? 0)
    : creditBy(form as Form, "", facts, held);
  return { ...entry, parts, components: form ? componentsBy(form, parts, facts, held) : new Map(), held };
}

/** Credits every activity of the case, before the limits. */
export async function creditAll(matter: Matter, known: JudgedFacts): Promise<Entry[]> {
  const selections = selectionConditions(matter);
  const entries: Entry[] = [];
  for (const activity of matter.theCase.activities) entries.push(await credit(activity, matter, known, selections));
  return entries;
}
