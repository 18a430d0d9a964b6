import type { Decision, Language, Text } from "../../../engine/index.ts";
import { LANGUAGES } from "../../language/languages.ts";
import { messages } from "../../language/messages.ts";
import { formatNumber } from "../../language/numbers.ts";

const LONGEST_NAME = 200;

/** What an example is called unless it gets another name: its outcome, and the points where there is a duty. */
function nameOf(language: Language, { outcome, obligation, points }: Decision): string {
  const say = messages(language);
  const said = say(`outcome.${outcome}`);
  if (obligation.status !== "obliged") return said;
  const total = formatNumber(language, points.total);
  return say("examples.default-name", { outcome: said, total, norm: formatNumber(language, points.norm) });
}

/** Reads the name of an example; a language in which nothing was typed gets the name by the outcome. */
export function readName(form: URLSearchParams, decision: Decision): Text {
  const typed = (language: Language): string =>
    (form.get(`name-${language}`) ?? "")
      .replace(/\p{Cc}+/gu, " ")
      .trim()
      .slice(0, LONGEST_NAME);
  return Object.fromEntries(LANGUAGES.map((one) => [one, typed(one) || nameOf(one, decision)])) as Text;
}

/** The fields of the name, in each language. */
export const nameFields = (name: Text) =>
  LANGUAGES.map((language) => ({
    id: `name-${language}`,
    language,
    label: messages(language)("language.name"),
    value: name[language],
  }));
