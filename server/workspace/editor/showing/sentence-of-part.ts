import type { RuleSet } from "../../../../engine/index.ts";
import { sayAmount } from "../../../language/explain/amounts.ts";
import { exemptions, membership, requirements } from "../../../language/explain/duty.ts";
import { forms } from "../../../language/explain/forms.ts";
import { assignments, carryOver } from "../../../language/explain/ledger.ts";
import { sayLimit } from "../../../language/explain/limits.ts";
import { measures } from "../../../language/explain/measures.ts";
import {
  deadlines,
  evidence,
  retention,
  sampling,
  saySanction,
  unlisted,
} from "../../../language/explain/procedure.ts";
import { terms } from "../../../language/explain/terms.ts";
import { calendar, cycle, period, window } from "../../../language/explain/time.ts";
import { named, type Sentence, type Voice } from "../../../language/explain/voice.ts";
import { valueAt, withValueAt } from "../document/at-pointer.ts";
import { isSayable } from "../document/comparisons.ts";
import { fieldValues } from "../document/field-values.ts";
import { asList, type Fields } from "../document/fields.ts";
import { isWellFormed } from "../document/well-formed.ts";
import { sectionNamed } from "../sections.ts";
import type { Editing } from "./editing.ts";

type Part<Place extends "amounts" | "limits" | "sanctions" | "interpretations"> = NonNullable<RuleSet[Place]>[number];

/** Says a part by itself: the voice's rule set holds only this one in its place. */
const SENTENCES: Readonly<Record<string, (voice: Voice, part: never) => Sentence[]>> = {
  membership: (voice) => [membership(voice)],
  period: (voice) => [period(voice), ...window(voice)],
  cycle,
  measures,
  requirements,
  forms,
  unlisted: (voice) => [unlisted(voice)],
  evidence: (voice) => [evidence(voice)],
  assignments,
  "carry-over": carryOver,
  exemptions,
  deadlines,
  calendar,
  retention,
  sampling,
  "consultant-attributes": terms,
  "activity-attributes": terms,
  categories: terms,
  absences: terms,
  decisions: terms,
  interpretations: ({ language }, { text, clauses }: Part<"interpretations">) => [{ text: text[language], clauses }],
  amounts: (voice, amount: Part<"amounts">) => [named(amount.name[voice.language], sayAmount(voice, amount), amount)],
  limits: (voice, limit: Part<"limits">) => [named(limit.name[voice.language], sayLimit(voice, limit), limit)],
  sanctions: (voice, one: Part<"sanctions">) => [named(one.name[voice.language], saySanction(voice, one), one)],
};

const NOTHING_DECLARED = { attributes: {}, decisions: [], categories: [], absences: [] };

/** Of the other parts, only those stay that the sentence may be made of: names to be named, and limits of a form. */
function withOnly({ voice, name, value }: Editing): Voice {
  const { section, part } = name;
  const document = voice.ruleSet as unknown as Fields;
  const declared = SENTENCES[section.id] === terms ? NOTHING_DECLARED : {};
  const limits = asList(valueAt(document, "/limits")).filter((limit) =>
    isWellFormed(sectionNamed("limits")?.partSchema ?? {}, limit),
  );
  const only = section.shape === "list" ? [value] : section.shape === "fixed" ? { [part as string]: value } : value;
  const kept = section.id === "amounts" ? document : withValueAt({ ...document, ...declared }, section.pointer, only);
  return { ...voice, ruleSet: { ...kept, limits } as unknown as RuleSet };
}

/** The rule of a part as a sentence of the language; none where it has none, or is not whole yet. */
export function sentenceOfPart(editing: Editing): Sentence[] {
  const { name, value, facts } = editing;
  const { id, fields, partSchema } = name.section;
  const say = SENTENCES[id];
  if (!say || !isWellFormed(partSchema, value)) return [];
  const conditions = [...fieldValues(fields, value)].filter(({ field }) => field.kind === "condition");
  if (!conditions.every((found) => isSayable(found.value, facts))) return [];
  return say(withOnly(editing), value as never);
}
