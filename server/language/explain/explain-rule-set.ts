import type { Language, RuleSet } from "../../../engine/index.ts";
import { amounts } from "./amounts.ts";
import { exemptions, membership, requirements } from "./duty.ts";
import { forms, formTerms } from "./forms.ts";
import { assignments, carryOver } from "./ledger.ts";
import { limits } from "./limits.ts";
import { measures } from "./measures.ts";
import { deadlines, evidence, retention, sampling, sanctions, unlisted } from "./procedure.ts";
import { terms } from "./terms.ts";
import { calendar, cycle, period, window } from "./time.ts";
import { type Sentence, type Voice, voiceOf } from "./voice.ts";

export interface Section {
  id: string;
  title: string;
  sentences: Sentence[];
}

const readings = ({ language, ruleSet }: Voice): Sentence[] =>
  ruleSet.interpretations.map(({ text, clauses }) => ({ text: text[language], clauses }));

/** The sections in the order in which a lawyer reads. */
const SECTIONS: Readonly<Record<string, (voice: Voice) => Sentence[]>> = {
  duty: (voice) => [
    membership(voice),
    period(voice),
    ...cycle(voice),
    ...amounts(voice),
    ...measures(voice),
    ...requirements(voice),
  ],
  credits: (voice) => [...forms(voice), unlisted(voice), evidence(voice), ...window(voice)],
  limits: (voice) => [...limits(voice), ...assignments(voice), ...carryOver(voice)],
  exemptions,
  report: (voice) => [...deadlines(voice), ...calendar(voice), ...retention(voice), ...sampling(voice)],
  sanctions,
  terms: (voice) => [...terms(voice), ...formTerms(voice)],
  readings,
};

/** The name of a rule set, its year and revision: «Правила …, редакция 1, с 2022 года». */
export const titleOf = (language: Language, ruleSet: RuleSet): string => {
  const { say } = voiceOf(language, ruleSet);
  const { name, effectiveYear, revision } = ruleSet;
  return say("explain.title", { name: name[language], year: String(effectiveYear), revision });
};

/** Every rule of the set as a sentence, with the clauses it rests on. Sections that would be empty are left out. */
export function explainRuleSet(language: Language, ruleSet: RuleSet): Section[] {
  const voice = voiceOf(language, ruleSet);
  return Object.entries(SECTIONS)
    .map(([id, say]) => ({ id, title: voice.say(`explain.section.${id}`), sentences: say(voice) }))
    .filter(({ sentences }) => sentences.length > 0);
}
