import { type Case, CaseError } from "../../../engine/index.ts";
import { serverProblem } from "../../problem.ts";
import { DOCUMENT } from "../../report-check/declared-fields.ts";
import type { Fields } from "../../report-check/form-reader.ts";
import { readDay, readNumber } from "../../report-check/typed-values.ts";
import { BETWEEN_DOCUMENTS, type CsvColumn } from "./csv-columns.ts";
import { consultantOf, decisionsOf } from "./known-before.ts";
import type { CsvRecords } from "./read-row.ts";
import { readWord } from "./yes-or-no.ts";

type Columns = readonly CsvColumn[];

const documents = (text: string, kind: string): { kind: string; name: string }[] =>
  text
    .split(BETWEEN_DOCUMENTS)
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map((name) => ({ kind, name }));

const READ: Readonly<Record<Exclude<CsvColumn["kind"], "documents">, (text: string) => unknown>> = {
  text: (text) => text,
  day: readDay,
  number: readNumber,
  "yes-no": readWord,
};

function put(fields: Fields, [first = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) fields[first] = value;
  else {
    fields[first] ??= {};
    put(fields[first] as Fields, rest, value);
  }
}

/** What the columns of the case, or of the activity, hold in one row; an empty cell says nothing. */
function fieldsOf(columns: Columns, of: CsvColumn["of"], record: CsvRecords[number]): Fields {
  const fields: Fields = {};
  for (const { name, path, kind, of: whose, documents: ofKind = DOCUMENT } of columns) {
    const text = record[name] ?? "";
    if (whose !== of || text === "") continue;
    if (kind !== "documents") put(fields, path, READ[kind](text));
    else fields.evidence = [...((fields.evidence ?? []) as unknown[]), ...documents(text, ofKind)];
  }
  return fields;
}

function activitiesOf(columns: Columns, records: CsvRecords): Fields[] {
  const filled = records
    .map((record) => fieldsOf(columns, "activity", record))
    .filter((fields) => Object.keys(fields).length > 0);
  return filled.map((fields, at) => ({
    id: `a${at + 1}`,
    title: "",
    organizer: "",
    evidence: [],
    to: fields.from,
    ...fields,
  }));
}

/** The rows of a consultant repeat what is said of the case. @throws {CaseError} where they differ. */
function checkRepeated(columns: Columns, records: CsvRecords): void {
  for (const { name, of } of columns) {
    if (of === "case" && new Set(records.map((record) => record[name] ?? "")).size > 1) {
      throw new CaseError([serverProblem("csv-rows-differ", "", { column: name })]);
    }
  }
}

/**
 * Makes a case of the rows of one consultant, and of what is known already: membership, absences, sanctions.
 * @returns the case, for the engine to accept or refuse, with the day as of which it is to be decided, where one is given.
 * @throws {CaseError} where the rows contradict each other.
 */
export function csvCase(columns: Columns, records: CsvRecords, base: Case): { case: Fields; asOf?: unknown } {
  checkRepeated(columns, records);
  const { asOf, report = null, consultant = {}, decisions: given = {} } = fieldsOf(columns, "case", records[0] ?? {});
  const decisions = decisionsOf(base.decisions, given as Fields);
  return {
    case: {
      ...base,
      consultant: consultantOf(base.consultant, consultant as Fields),
      activities: activitiesOf(columns, records),
      report,
      ...(decisions ? { decisions } : {}),
    },
    ...(asOf === undefined ? {} : { asOf }),
  };
}
