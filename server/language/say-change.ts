import type { Change, Language, RuleSet } from "../../engine/index.ts";
import { sayAmount } from "./explain/amounts.ts";
import { sayForm } from "./explain/forms.ts";
import { carryOver, order } from "./explain/ledger.ts";
import { sayLimit } from "./explain/limits.ts";
import { sayMeasure } from "./explain/measures.ts";
import { retention, sampling, saySanction } from "./explain/procedure.ts";
import { number } from "./explain/quantities.ts";
import { calendar, cycle } from "./explain/time.ts";
import { type Sentence, type Voice, voiceOf } from "./explain/voice.ts";
import { condition } from "./say-condition.ts";
import { sayField, sayOrder } from "./say-field.ts";

/** What a part of a list that came or went says, beside its name. */
const WHOLE: Readonly<Record<string, (voice: Voice, part: never) => string>> = {
  amount: sayAmount,
  form: (voice, form: RuleSet["forms"][number]) => sayForm(voice, form),
  limit: sayLimit,
  measure: sayMeasure,
  sanction: saySanction,
  assignment: (voice, { categories }: NonNullable<RuleSet["assignments"]>[number]) => order(voice, categories),
  requirement: (voice, { when }: RuleSet["requirements"][number]) => condition(voice, when),
  exemption: (voice, { when }: RuleSet["exemptions"][number]) => condition(voice, when),
};

/** The sentences of a part of which a rule set has only one. */
const ONLY: Readonly<Record<string, (voice: Voice) => Sentence[]>> = {
  cycle,
  calendar,
  "carry-over": carryOver,
  retention,
  sampling,
};

/** What a part that has no name says for itself. */
function sayNameless(voice: Voice, part: string, whole: unknown): string | null {
  if (part === "interpretation") return (whole as RuleSet["interpretations"][number]).text[voice.language];
  const said = ONLY[part]?.(voice).map(({ text }) => text);
  return said ? said.join(" ") : null;
}

/** A part that came or went: «Добавлено: форма «Подкаст»: 1 балл за мероприятие». */
function sayWhole(voice: Voice, { kind, part, name, id, before, after }: Change): string {
  const { say } = voice;
  const whole = after ?? before;
  const nameless = sayNameless(voice, part, whole);
  const partName = say(`diff.part.${part}`);
  if (nameless) return say(`diff.${kind}-one`, { part: partName, said: nameless.replace(/\.$/, "") });
  const summary = WHOLE[part] ? `: ${WHOLE[part](voice, whole as never)}` : "";
  return say(`diff.${kind}`, { part: partName, name: name?.[voice.language] ?? id ?? partName, summary });
}

/** The values before and after; null where only a program reads them. */
function sayValues(older: Voice, newer: Voice, change: Change): [string, string] | null {
  const { part, field, before, after } = change;
  if (field === "order") {
    return [sayOrder(older, part, before as string[]), sayOrder(newer, part, after as string[])];
  }
  const [was, is] = [sayField(older, change, field as string, before), sayField(newer, change, field as string, after)];
  if (was === null || is === null) return null;
  const arePoints = POINTS.has(field as string) && typeof before === "number" && typeof after === "number";
  return [arePoints ? number(older, before) : was, is];
}

const POINTS: ReadonlySet<string> = new Set(["weight", "value", "otherwise", "most"]);

/** A field whose value alone says what changed: «Семинар: 2 → 3 балла». */
const SPEAKS_FOR_ITSELF: ReadonlySet<string> = new Set(["amount", "credit", "weight", "value", "term", "monthDay"]);

const asHeading = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A change between two rule sets as a sentence of the language. */
export function sayChange(language: Language, change: Change, before: RuleSet, after: RuleSet): string {
  const [older, newer] = [voiceOf(language, before), voiceOf(language, after)];
  const { kind, part, name, field } = change;
  if (field === null) return sayWhole(kind === "removed" ? older : newer, change);
  const { say } = newer;
  const label = name?.[language] ?? asHeading(say(`diff.part.${part}`));
  const values = sayValues(older, newer, change);
  if (values === null) return say("diff.reworked", { name: label, field: say(`diff.field.${field}`) });
  const said = { name: label, before: values[0], after: values[1] };
  if (!SPEAKS_FOR_ITSELF.has(field)) return say("diff.changed", { ...said, field: say(`diff.field.${field}`) });
  const { effectiveYear: year } = after;
  const since =
    year === before.effectiveYear || field === "amount" ? "" : say("diff.from-year", { year: String(year) });
  return say("diff.value", said) + since;
}
