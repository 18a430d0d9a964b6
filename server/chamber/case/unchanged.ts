import { pointerStep } from "../../../engine/reading/problem.ts";
import type { Fields } from "../../report-check/form-reader.ts";
import { unescaped } from "../../report-check/held-fields.ts";
import type { TypedReport } from "../../report-check/typed-report.ts";

/** The texts of a part of the form, by the path of each field in it; those that are empty are left out. */
export type Texts = ReadonlyMap<string, string>;

/** A text as a browser sends it back: an input holds no line breaks. */
const sentBack = (text: string): string => text.replaceAll(/[\r\n]/g, "");

/** What stands in a part of the form: in a row, or in the fields of the consultant or the report. */
export function rowOf({ fields }: TypedReport, part: string, at?: number): Texts {
  const prefix = at === undefined ? `/${part}/` : `/${part}/${at}/`;
  const inside = [...fields].filter(([name, text]) => name.startsWith(prefix) && sentBack(text) !== "");
  return new Map(inside.map(([name, text]) => [name.slice(prefix.length), sentBack(text)]));
}

/** Whether two parts of a form hold the same. */
export const isUnchanged = (typed: Texts, written: Texts): boolean =>
  typed.size === written.size && [...written].every(([path, text]) => typed.get(path) === text);

function valueAt(held: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return held;
  const isObject = typeof held === "object" && held !== null && Object.hasOwn(held, step);
  return isObject ? valueAt((held as Fields)[step], rest) : undefined;
}

/** The fields with a value at a path; without it where it is undefined. */
function withValue(fields: Fields, [step = "", ...rest]: readonly string[], value: unknown): Fields {
  const inner = rest.length === 0 ? value : withValue((fields[step] ?? {}) as Fields, rest, value);
  const { [step]: _, ...others } = fields;
  const isGone = inner === undefined || (rest.length > 0 && Object.keys(inner as Fields).length === 0);
  return isGone ? others : { ...others, [step]: inner };
}

/** The paths of all that a part of a case holds, as the form names them. */
function pathsOf(held: object): string[] {
  return Object.entries(held).flatMap(([key, value]) => {
    const step = pointerStep(key).slice(1);
    const isPart = typeof value === "object" && value !== null;
    return isPart ? pathsOf(value).map((path) => `${step}/${path}`) : [step];
  });
}

/** What was given, with the value of before wherever the text in the form is still the one that was written from it. */
export function keepFields(given: Fields, before: object, typed: Texts, written: Texts): Fields {
  const paths = new Set([...typed.keys(), ...written.keys(), ...pathsOf(before)]);
  return [...paths].reduce((kept, path) => {
    if ((typed.get(path) ?? "") !== (written.get(path) ?? "")) return kept;
    const steps = path.split("/").map(unescaped);
    return withValue(kept, steps, valueAt(before, steps));
  }, given);
}
