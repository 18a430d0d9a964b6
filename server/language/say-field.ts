import type { Change, RuleSet, Text } from "../../engine/index.ts";
import type { Condition } from "../../engine/schema/condition.ts";
import type { Attribute, Form, Limit, Measure, Over, Sanction, ValueNames } from "../../engine/schema/rule-set.ts";
import { shortClause } from "./clause-labels.ts";
import { asFact, choices, percent, sayAmount, sum, table } from "./explain/amounts.ts";
import { multipliers, weight } from "./explain/credit.ts";
import { unitName } from "./explain/facts.ts";
import { categoryCredits, evidenceKinds } from "./explain/forms.ts";
import { lasts, order } from "./explain/ledger.ts";
import { over, terms } from "./explain/measures.ts";
import { both, categoryName, either, formNames, quoted, valueName } from "./explain/names.ts";
import { proRata } from "./explain/pro-rata.ts";
import { days, monthDay, number, points, pointsOrAmount, rounding } from "./explain/quantities.ts";
import { attributeValue } from "./explain/terms.ts";
import { anchor } from "./explain/time.ts";
import type { Voice } from "./explain/voice.ts";
import { condition } from "./say-condition.ts";

/** The part that a field belongs to. */
type Whose = Pick<Change, "part" | "id">;

/** Says what stands in a field of a part. */
type SayField = (voice: Voice, value: never, whose: Whose) => string;

/** The attribute that is meant, as the voice's rule set declares it. */
function attributeOf({ ruleSet: { attributes } }: Voice, { part, id }: Whose): Attribute | undefined {
  const declared = part === "attribute" ? attributes?.consultant : attributes?.activity;
  return declared?.find((attribute) => attribute.id === id);
}

const sayValueNames = (voice: Voice, names: ValueNames): string =>
  names.map(({ value, name }) => `${quoted(voice, value)} – ${quoted(voice, name[voice.language])}`).join(", ");

const text = (voice: Voice, value: Text): string => quoted(voice, value[voice.language]);

function per(voice: Voice, value: Form["per"] | NonNullable<Limit["per"]>): string {
  if (typeof value === "string") return voice.say(`diff.per.${value}`);
  const { every, fact } = value;
  return voice.say("diff.per.every", { every, number: number(voice, every), unit: unitName(voice, fact) });
}

const category = (voice: Voice, id: string): string => categoryName(voice, id);
const when = (voice: Voice, value: Condition): string => condition(voice, value);

/** The fields by name; where a kind of part has its own of that name, by part and field. */
const FIELDS: Readonly<Record<string, SayField>> = {
  name: text,
  short: text,
  text,
  clauses: ({ language }, clauses: readonly string[]) => clauses.map((one) => shortClause(language, one)).join("; "),
  monthDay,
  starts: monthDay,
  anchor,
  holidays: days,
  workingDays: days,
  type: ({ say }, type: Attribute["type"]) => say(`explain.type.${type}`),
  values: (voice, values: readonly string[], whose) =>
    either(
      voice,
      values.map((value) => quoted(voice, valueName(voice.language, attributeOf(voice, whose)?.valueNames, value))),
    ),
  valueNames: sayValueNames,
  kindNames: sayValueNames,
  default: (voice, value: Attribute["default"], whose) =>
    attributeValue(voice, value, attributeOf(voice, whose) ?? { type: "text" }),
  weight: points,
  amount: sayAmount,
  credit: weight,
  value: points,
  otherwise: points,
  most: pointsOrAmount,
  per,
  rounding,
  multipliers,
  credits: (voice, credits: NonNullable<Form["credits"]>) => categoryCredits(voice, credits),
  evidence: evidenceKinds,
  when,
  skippedWhen: when,
  forms: formNames,
  category,
  withoutCategory: category,
  categories: (voice, ids: readonly string[]) =>
    both(
      voice,
      ids.map((id) => categoryName(voice, id)),
    ),
  "assignment.categories": order,
  lasts,
  terms,
  count: ({ say }, count: NonNullable<Measure["count"]>) => say(`diff.count.${count}`),
  over: (voice, years: Over) => over(voice, years).trim(),
  choose: choices,
  table,
  "amount.percent": percent,
  sum,
  fact: asFact,
  proRata,
  term: ({ say }, { months }: Sanction["term"]) => say("diff.months", { months }),
  rollover: ({ say }, to: string) => say(`diff.rollover.${to}`),
  forAny: ({ say }, what: string) => say(`diff.for-any.${what}`),
  creditedBy: ({ say }, what: string) => say(`diff.credited-by.${what}`),
};

/** What holds where a field is not written. */
const DEFAULTS: Readonly<Record<string, unknown>> = { "limit.per": "year", "measure.over": "year" };

/** What stands in a field, in words; null where only a program reads it. */
export function sayField(voice: Voice, whose: Whose, field: string, written: unknown): string | null {
  const { part } = whose;
  const value = written ?? DEFAULTS[`${part}.${field}`] ?? null;
  if (value === null) return voice.say("diff.none");
  const special = FIELDS[`${part}.${field}`] ?? FIELDS[field];
  if (special) return special(voice, value as never, whose);
  if (typeof value === "boolean") return voice.say(value ? "diff.yes" : "diff.no");
  if (typeof value === "number") return number(voice, value);
  return typeof value === "string" ? value : null;
}

/** The names of the parts of a list whose order counts. */
export function sayOrder(voice: Voice, part: string, ids: readonly string[]): string {
  const { exemptions, assignments, sanctions }: RuleSet = voice.ruleSet;
  const parts = { exemption: exemptions, assignment: assignments, sanction: sanctions }[part] ?? [];
  return ids.map((id) => parts.find((one) => one.id === id)?.name[voice.language] ?? id).join(", ");
}
