import { type Fact, factsOf } from "../../../../engine/facts/facts.ts";
import type { Language } from "../../../../engine/index.ts";
import { type Voice, voiceOf } from "../../../language/explain/voice.ts";
import type { LawText } from "../../../law-text.ts";
import type { Fields } from "../document/fields.ts";
import { namedRuleSet } from "../document/named-rule-set.ts";
import type { PartName } from "../document/part.ts";

/** A part that is being edited: of which draft, in which language, and what it holds now. */
export interface Editing {
  language: Language;
  document: Fields;
  name: PartName;
  /** What the part holds, saved or not. */
  value: Fields;
  /** Every fact that the draft has. */
  facts: ReadonlyMap<string, Fact>;
  /** Says things of the draft, whatever problems it has. */
  voice: Voice;
  /** The text of the Rules that its clauses are chosen from; null where there is none for them. */
  law: LawText | null;
}

/** The facts of a draft, whatever problems it has. */
export const factsOfDraft = (document: Fields): ReadonlyMap<string, Fact> => factsOf(namedRuleSet(document));

export function editingOf(
  language: Language,
  document: Fields,
  name: PartName,
  value: Fields,
  law: LawText | null = null,
): Editing {
  const voice = voiceOf(language, namedRuleSet(document));
  return { language, document, name, value, facts: factsOf(voice.ruleSet), voice, law };
}
