import type { RuleSet } from "../../engine/index.ts";
import { unescaped } from "./held-fields.ts";
import { type FieldKind, fieldNames } from "./report-fields.ts";
import type { RowKind, TypedReport } from "./typed-report.ts";
import { readDay, readNumber, readYesNo } from "./typed-values.ts";

export type Value = string | number | boolean;
/** Reads the fields of the case or of a row. */
export interface Reader {
  (path: string): Value | undefined;
  /** Everything that was filled in below a path, by the last step of each name. */
  below(path: string): Fields;
}
/** What will be a case once the engine accepts it. */
export type Fields = Record<string, unknown>;

/** The fields that were filled in, under the names of a case. */
export function filledIn(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function readValue(kind: FieldKind, text: string): Value {
  if (kind === "day") return readDay(text);
  if (kind === "yes-no") return readYesNo(text);
  return kind === "number" || kind === "year" ? readNumber(text) : text;
}

/** Reads the fields of a form, each by its full name. */
export function readerOf(ruleSet: RuleSet | null, typed: TypedReport): Reader {
  const names = fieldNames(ruleSet, typed);
  const read = (name: string): Value | undefined => {
    const text = (typed.fields.get(name) ?? "").trim();
    return text === "" ? undefined : readValue(names.get(name)?.kind ?? "text", text);
  };
  const below = (path: string): Fields => {
    const inside = [...names.keys()].filter((name) => name.startsWith(`${path}/`));
    return filledIn(Object.fromEntries(inside.map((name) => [unescaped(name.slice(path.length + 1)), read(name)])));
  };
  return Object.assign(read, { below });
}

/** Reads the fields of a row. */
export const inRow = (read: Reader, kind: RowKind, at: number): Reader =>
  Object.assign((path: string) => read(`/${kind}/${at}/${path}`), {
    below: (path: string) => read.below(`/${kind}/${at}/${path}`),
  });
