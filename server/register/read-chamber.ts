import { type Static, Type } from "@sinclair/typebox";
import type { Problem, Text } from "../../engine/index.ts";
import { createValidator } from "../../engine/reading/schema-validator.ts";
import { closed } from "../../engine/schema/words.ts";
import { LANGUAGES } from "../language/languages.ts";
import { serverProblem } from "../problem.ts";
import type { Chamber } from "../store/records.ts";

const LONGEST = 200;

const InAll = Type.Object({ kk: Type.String(), ru: Type.String(), en: Type.String() }, closed);
const GivenChamber = Type.Object({ name: InAll, region: InAll }, closed);

const validate = createValidator(GivenChamber);

/** A chamber as the register takes it, or all that is wrong. */
export type ReadChamber = { chamber: Chamber; problems: null } | { chamber: null; problems: Problem[] };

function wordProblem(word: unknown, pointer: string): Problem[] {
  if (typeof word !== "string") return [];
  if (word.trim() === "") return [serverProblem("empty", pointer)];
  if (word.trim().length <= LONGEST && !/\p{Cc}/u.test(word)) return [];
  return [serverProblem("chamber-words-malformed", pointer, { most: LONGEST })];
}

const wordProblems = (given: object, field: string): Problem[] => {
  const inAll: unknown = (given as Record<string, unknown>)[field];
  if (typeof inAll !== "object" || inAll === null) return [];
  return LANGUAGES.flatMap((language) =>
    wordProblem((inAll as Record<string, unknown>)[language], `/${field}/${language}`),
  );
};

const trimmed = ({ kk, ru, en }: Text): Text => ({ kk: kk.trim(), ru: ru.trim(), en: en.trim() });

/**
 * Takes what is said of a chamber for the register.
 * @param nodes how many nodes it has, as `readJson` counts them
 * @returns the chamber, its words without spaces around them; or every problem, with its JSON Pointer.
 */
export function readChamber(given: object, nodes: number): ReadChamber {
  const problems = [...validate(given, nodes), ...wordProblems(given, "name"), ...wordProblems(given, "region")];
  if (problems.length > 0) return { chamber: null, problems };
  const { name, region } = given as Static<typeof GivenChamber>;
  return { chamber: { name: trimmed(name), region: trimmed(region) }, problems: null };
}
