import type { Language, Problem, RuleSet } from "../../../engine/index.ts";
import { sayProblem } from "../../language/say-problem.ts";
import { placeOf } from "../../report-check/field-errors.ts";
import { noRows, ROW_KINDS } from "../../report-check/typed-report.ts";

const ROW = new RegExp(`^/(${ROW_KINDS.join("|")})/(\\d{1,4})(?=/|$)`);

/** Names the place in a case that a pointer of a document leads to, as the form names it; else the pointer itself. */
function sayPlace(language: Language, ruleSet: RuleSet, pointer: string): string {
  const inCase = pointer.replace(/^\/case(?=\/|$)/, "");
  const [, kind, at] = ROW.exec(inCase) ?? [];
  const { fields, rows: none } = noRows();
  const rows = kind === undefined ? none : { ...none, [kind]: Number(at) + 1 };
  return placeOf(language, ruleSet, inCase, { fields, rows }) || inCase;
}

/** Why a row was refused, with the place of each problem. */
export const sayRefusal = (language: Language, ruleSet: RuleSet, problems: readonly Problem[]): string[] =>
  problems.map((found) => {
    const place = sayPlace(language, ruleSet, found.pointer);
    return place ? `${place}: ${sayProblem(language, found)}` : sayProblem(language, found);
  });
