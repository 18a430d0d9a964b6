import { LANGUAGES } from "../../../language/languages.ts";
import { readClause } from "../../../language/read-clause.ts";
import { readDay } from "../../../report-check/typed-values.ts";
import type { Field, FieldKind, FieldOf } from "../fields/field.ts";
import { afterAct } from "./act.ts";
import { entered, enteredLines, type Posted, rowsOf } from "./posted.ts";
import { readCondition } from "./read-condition.ts";
import { readConstant, readNumber, readTruth } from "./read-constant.ts";

/** Reads what was entered for a field of a kind; undefined where nothing was. */
type Read<Kind extends FieldKind["kind"]> = (posted: Posted, name: string, field: FieldOf<Kind>) => unknown;

const orNothing = <Value>(value: Value, isNothing: boolean): Value | undefined => (isNothing ? undefined : value);

const text = (posted: Posted, name: string): string | undefined => entered(posted, name) || undefined;

const number = (posted: Posted, name: string): number | string | undefined =>
  orNothing(readNumber(entered(posted, name)), entered(posted, name) === "");

function texts(posted: Posted, name: string): Record<string, string> | undefined {
  const filled = LANGUAGES.map((language) => [language, entered(posted, `${name}/${language}`)] as const);
  const given = filled.filter(([, one]) => one !== "");
  return orNothing(Object.fromEntries(given), given.length === 0);
}

function monthDay(posted: Posted, name: string): string | undefined {
  const [month, day] = [entered(posted, `${name}/month`), entered(posted, `${name}/day`)];
  return orNothing(`${month}-${day.padStart(2, "0")}`, month === "" && day === "");
}

const list = (items: unknown[], required: boolean): unknown[] | undefined =>
  orNothing(items, items.length === 0 && !required);

function union(posted: Posted, name: string, { words, hasNumber, fields }: FieldOf<"union">): unknown {
  const kind = posted.form.get(`${name}:kind`);
  if (kind === "object") return readFields(fields, posted, name);
  if (kind === "number" && hasNumber) return number(posted, name) ?? "";
  return words.find((word) => word === kind);
}

function rows(posted: Posted, name: string, { fields, required }: FieldOf<"rows">): unknown {
  const items = Array.from({ length: rowsOf(posted, name) }, (_, at) => readFields(fields, posted, `${name}/${at}`));
  return list(
    afterAct(items, posted.act, name, () => ({})),
    required,
  );
}

/** The values that were given a name. */
function valueNames(posted: Posted, name: string, { fields }: FieldOf<"value-names">): unknown {
  const read = Array.from({ length: rowsOf(posted, name) }, (_, at) => readFields(fields, posted, `${name}/${at}`));
  const named = read.filter((row) => row.name !== undefined);
  return list(named, false);
}

function group(posted: Posted, name: string, { fields, required, variant, key }: FieldOf<"group">): unknown {
  const isOn = required || variant === key || posted.form.has(`${name}:on`);
  return orNothing(readFields(fields, posted, name), !isOn);
}

const READERS: { readonly [Kind in FieldKind["kind"]]: Read<Kind> } = {
  text,
  texts,
  number,
  choice: text,
  "yes-no": (posted, name) => readTruth(entered(posted, name)),
  day: (posted, name) => orNothing(readDay(entered(posted, name)), entered(posted, name) === ""),
  "month-day": monthDay,
  month: text,
  lines: (posted, name, { of, required }) => {
    const lines = enteredLines(posted, name);
    return list(of === "day" ? lines.map(readDay) : lines, required);
  },
  clauses: (posted, name, { required }) => list([...new Set(enteredLines(posted, name).map(readClause))], required),
  reference: text,
  references: (posted, name, { required }) => list(enteredLines(posted, name), required),
  parts: (posted, name, { required }) => list(enteredLines(posted, name), required),
  fact: text,
  default: (posted, name) => {
    const type = entered(posted, name.replace(/\/default$/, "/type"));
    return readConstant(entered(posted, name), type === "" ? undefined : (type as "text"));
  },
  condition: readCondition,
  rows,
  "value-names": valueNames,
  group,
  union,
};

const readField = (posted: Posted, name: string, field: Field): unknown =>
  (READERS[field.kind] as Read<FieldKind["kind"]>)(posted, name, field as never);

/** What stands for the first field of a variant that was chosen and not filled in yet, so that the choice is kept. */
const unfilled = ({ kind }: Field): unknown => (kind === "rows" || kind === "references" ? [] : "");

/**
 * What was entered for the fields of an object. What cannot be read, as a number that is none, is kept as the text that
 * was typed: the checks of the rule set refuse it at its place. What was left empty is left out.
 * @param base the name of the object in the form: the JSON Pointer from the part, with the place of a branch of a
 * condition for its JSON.
 */
export function readFields(fields: readonly Field[], posted: Posted, base: string): Record<string, unknown> {
  const chosen = posted.form.get(`${base}:variant`);
  const read = fields
    .filter(({ variant }) => variant === null || variant === chosen)
    .map((field): [string, unknown] => {
      const value = readField(posted, `${base}/${field.key}`, field);
      return [field.key, value === undefined && field.variant === field.key ? unfilled(field) : value];
    });
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}
