import type { Language, Problem } from "../../../engine/index.ts";
import { sayProblem } from "../../language/say-problem.ts";
import { placeOf } from "../../report-check/field-errors.ts";

const ROW = /^\/(activities|absences|sanctions)\/(\d{1,4})(?=\/|$)/;

/** Names the place in a case that a pointer of a document leads to, as the form names it; else the pointer itself. */
function sayPlace(language: Language, pointer: string): string {
  const inCase = pointer.replace(/^\/case(?=\/|$)/, "");
  const [, kind, at] = ROW.exec(inCase) ?? [];
  const none = { activities: 0, absences: 0, sanctions: 0 };
  const rows = kind === undefined ? none : { ...none, [kind]: Number(at) + 1 };
  return placeOf(language, inCase, { fields: new Map(), rows }) || inCase;
}

/** Why a row was refused, with the place of each problem. */
export const sayRefusal = (language: Language, problems: readonly Problem[]): string[] =>
  problems.map((found) => {
    const place = sayPlace(language, found.pointer);
    return place ? `${place}: ${sayProblem(language, found)}` : sayProblem(language, found);
  });
