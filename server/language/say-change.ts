import type { Change, Language, RuleSet, Text } from "../../engine/index.ts";
import type { Condition } from "../../engine/schema/condition.ts";
import type { Amount, Form, Limit, Sanction } from "../../engine/schema/rule-set.ts";
import { shortClause } from "./clause-labels.ts";
import { formatDayAndMonth } from "./days.ts";
import { messages } from "./messages.ts";
import { formatNumber } from "./numbers.ts";
import { sayCondition } from "./say-condition.ts";

/** Says what stands in a field of a part, in the language, as far as the rule set that holds it is known. */
type SayValue = (language: Language, value: never, ruleSet: RuleSet) => string;

const sayPoints = (language: Language, points: number): string =>
  messages(language)("diff.points", { points, number: formatNumber(language, points) });

const sayMonths = (language: Language, { months }: Sanction["term"]): string =>
  messages(language)("diff.months", { months });

const sayName = (language: Language, name: Text): string => `«${name[language]}»`;

const sayForms = (language: Language, ids: readonly string[], { forms }: RuleSet): string =>
  ids.map((id) => forms.find((form) => form.id === id)?.name[language] ?? id).join("; ");

const sayChoices = (language: Language, choices: NonNullable<Amount["choose"]>, ruleSet: RuleSet): string =>
  choices
    .map(({ when, value }) =>
      messages(language)("diff.choice", {
        points: sayPoints(language, value),
        condition: sayCondition(language, when, ruleSet),
      }),
    )
    .join("; ");

const FIELDS: Readonly<Record<string, SayValue>> = {
  name: sayName,
  short: sayName,
  text: sayName,
  weight: sayPoints,
  most: sayPoints,
  value: sayPoints,
  otherwise: sayPoints,
  term: sayMonths,
  choose: sayChoices,
  forms: sayForms,
  when: (language, condition: Condition, ruleSet) => sayCondition(language, condition, ruleSet),
  clauses: (language, clauses: readonly string[]) => clauses.map((clause) => shortClause(language, clause)).join(", "),
  monthDay: (language, monthDay: string) => formatDayAndMonth(language, `2000-${monthDay}`),
  starts: (language, monthDay: string) => formatDayAndMonth(language, `2000-${monthDay}`),
};

function sayValue(language: Language, field: string, value: unknown, ruleSet: RuleSet): string {
  const say = messages(language);
  if (value === null || value === undefined) return say("diff.none");
  const special = FIELDS[field];
  if (special) return special(language, value as never, ruleSet);
  if (typeof value === "boolean") return say(value ? "diff.yes" : "diff.no");
  if (typeof value === "number") return formatNumber(language, value);
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What matters most of a part that came or went: a form's points, an amount's value, a limit, a term. */
function summary(language: Language, { part, before, after }: Change, ruleSet: RuleSet): string {
  const whole = (after ?? before) as Partial<Form & Amount & Limit & Sanction>;
  const field = ({ form: "weight", amount: "value", limit: "most", sanction: "term" } as const)[part as "form"];
  return field && whole[field] !== undefined ? `: ${sayValue(language, field, whole[field], ruleSet)}` : "";
}

const isPoints = (field: string): boolean => FIELDS[field] === sayPoints;

/** A field whose value alone says what changed: «Семинар: 2 → 3 балла». */
const SPEAKS_FOR_ITSELF: ReadonlySet<string> = new Set(["weight", "value", "term", "monthDay"]);

/** A change between two rule sets as a sentence of the language. */
export function sayChange(language: Language, change: Change, before: RuleSet, after: RuleSet): string {
  const say = messages(language);
  const { kind, part, id, name, field } = change;
  const partName = say(`diff.part.${part}`);
  const label = name?.[language] ?? id ?? partName;
  if (field === null) {
    const shown = summary(language, change, kind === "removed" ? before : after);
    return say(`diff.${kind}`, { part: partName, name: label, summary: shown });
  }
  const values = {
    name: label,
    before:
      isPoints(field) && typeof change.before === "number"
        ? formatNumber(language, change.before)
        : sayValue(language, field, change.before, before),
    after: sayValue(language, field, change.after, after),
  };
  if (SPEAKS_FOR_ITSELF.has(field)) return say("diff.value", values);
  return say("diff.changed", { ...values, field: say(`diff.field.${field}`) });
}
