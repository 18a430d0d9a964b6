import type { Language, Problem, RuleSet } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import { asFields, asList, type Fields, idOf } from "../editor/document/fields.ts";
import { describeProblem } from "../editor/showing/place-problems.ts";
import type { OpenDraft } from "../open-draft.ts";
import { mismatchInWords } from "./mismatch-in-words.ts";

const IN_EXAMPLE = /^\/examples\/(\d+)\/(?:expect|case)/;

/** The example that a problem was found in, by the name its readers know it by; null where it is in something else. */
export function exampleOf(language: Language, document: Fields, { code, pointer }: Problem) {
  const at = code.startsWith("example-") ? IN_EXAMPLE.exec(pointer)?.[1] : undefined;
  const example = asFields(asList(document.examples)[Number(at)]);
  const id = idOf(example);
  return id === null ? null : { id, name: String(asFields(example.name)[language]) };
}

/** What the checker wrote of a value; it writes a dash where there is none. */
function readWritten(written: unknown): unknown {
  try {
    return JSON.parse(String(written));
  } catch {
    return undefined;
  }
}

/** A value within a sentence: numbers and nothing at all as they are said, words between quotation marks. */
const quoted = (language: Language, value: unknown, said: string): string =>
  typeof value === "string" || asList(value).length > 0
    ? messages(language)("examples.quoted", { text: said.replace(/\.$/, "") })
    : said;

/**
 * What the checker found, in words. Examples are decided only where a draft is whole: so the document of one that fails
 * is a rule set.
 */
export function sayFound({ language, document }: Pick<OpenDraft, "language" | "document">, found: Problem): string {
  const say = messages(language);
  const { code, params } = found;
  if (code === "example-refused") return `${say("examples.refused")}.`;
  if (code !== "example-fails") return describeProblem(language, found);
  const [expected, actual] = [readWritten(params.expected), readWritten(params.actual)];
  const mismatch = { pointer: String(params.at), expected, actual };
  const said = mismatchInWords(language, document as unknown as RuleSet, mismatch);
  return say("examples.fails", {
    place: said.place,
    expected: quoted(language, expected, said.expected),
    actual: quoted(language, actual, said.actual),
  });
}
