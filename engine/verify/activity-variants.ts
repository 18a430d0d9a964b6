import { addDays, monthOfDay } from "../calendar.ts";
import { comparisonsOf, factNamesOf } from "../facts/conditions.ts";
import type { FactValue } from "../facts/fact-types.ts";
import { monthsFrom } from "../facts/months.ts";
import type { Activity } from "../schema/case.ts";
import type { Condition } from "../schema/condition.ts";
import type { Form, RuleSet, Selection } from "../schema/rule-set.ts";
import type { Boundaries } from "./boundaries.ts";
import type { Draft } from "./draft.ts";
import { daysBefore } from "./profiles.ts";

/** An activity in the making; `isPinned` where its day was chosen. */
export type Variant = Activity & { isPinned?: boolean };
type Change = (variant: Variant) => Variant;

/** The conditions over activities that may be tried for those of a form. */
export function conditionsFor(form: Form, { limits = [], measures, carryOver }: RuleSet): Condition[] {
  const selections: Selection[] = [
    ...limits,
    ...measures,
    ...measures.flatMap(({ terms = [] }) => terms),
    ...(carryOver ? [carryOver] : []),
  ];
  const multipliers = [form, ...(form.credits ?? [])].flatMap((credit) => credit.multipliers ?? []);
  const reaching = selections.filter(({ forms }) => !forms || forms.includes(form.id));
  return [form, ...multipliers, ...reaching].flatMap(({ when }) => (when ? [when] : []));
}

/** As much of a number as the weight is per, in several sizes. */
const sizes = (every: number): number[] => [every * 10, every, every / 2, 0].map((n) => Math.round(n * 100) / 100);

function changeOf(name: string, value: FactValue, draft: Draft): Change | null {
  const attribute = name.replace("activity.", "");
  const { eligible, period } = draft.days;
  switch (name) {
    case "activity.form":
      return null;
    case "activity.organizer":
      return (v) => ({ ...v, organizer: value as string });
    case "activity.endedOn":
      if ((value as string) < eligible.from || (value as string) > eligible.to) return null;
      return (v) => ({ ...v, from: value as string, to: value as string, isPinned: true });
    case "activity.endedMonth": {
      const month = monthsFrom(period.from, 12).find(({ from }) => monthOfDay(from) === value);
      return month ? (v) => ({ ...v, from: month.from, to: month.from, isPinned: true }) : null;
    }
    case "activity.days":
      if ((value as number) < 1 || (value as number) > 366) return null;
      return (v) => ({ ...v, from: daysBefore(v.to, (value as number) - 1) });
    case "activity.units":
      return (value as number) > 0 ? (v) => ({ ...v, units: value as number }) : null;
    case "activity.documents":
      if ((value as number) < 0 || (value as number) > 200) return null;
      return (v) => ({ ...v, evidence: Array.from({ length: value as number }, () => v.evidence[0] as Doc) });
    case "activity.recognised":
      if (value !== true) return null;
      return (v) => ({ ...v, recognition: { points: 2, decidedOn: period.from } });
    default:
      return (v) => ({ ...v, attributes: { ...v.attributes, [attribute]: value } });
  }
}
type Doc = Activity["evidence"][number];

/** What an activity of the form may differ in: by fact, each way to differ, ordinary ones first. */
export function changesOf(form: Form, ruleSet: RuleSet, boundaries: Boundaries, draft: Draft): Change[][] {
  const read = new Set(conditionsFor(form, ruleSet).flatMap(comparisonsOf).flatMap(factNamesOf));
  const measured = new Map<string, number>();
  for (const { per } of [form, ...(form.credits ?? [])]) if (per !== "item") measured.set(per.fact, per.every);
  const names = [...new Set([...measured.keys(), ...read])].filter((name) => name.startsWith("activity."));
  return names.map((name) => {
    const every = measured.get(name);
    const named = read.has(name) || (every !== undefined && form.when) ? (boundaries.get(name) ?? []) : [];
    const values = [...new Set([...(every === undefined ? [] : sizes(every)), ...named])];
    if (name === "activity.endedMonth") values.push(...Array.from({ length: 12 }, (_, at) => at + 1));
    if (name === "activity.recognised") values.push(true);
    const changes = values.flatMap((value) => changeOf(name, value as FactValue, draft) ?? []);
    return every === undefined ? [(v) => v, ...changes] : changes;
  });
}

/** An ordinary activity of the form, documented, in the middle of the reporting year. */
export function ordinary(form: Form, { days }: Draft): Variant {
  const day = addDays(days.period.from, 150);
  const evidence = [{ kind: form.evidence?.[0] ?? "certificate", name: "document.pdf" }];
  return { id: form.id, form: form.id, title: form.id, organizer: "", from: day, to: day, evidence };
}
