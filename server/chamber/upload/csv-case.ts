import { type Case, CaseError } from "../../../engine/index.ts";
import { serverProblem } from "../../problem.ts";
import { readDay, readNumber } from "../../report-check/typed-values.ts";
import { BETWEEN_DOCUMENTS, CSV_COLUMNS, type CsvColumn } from "./csv-columns.ts";
import type { CsvRecords } from "./read-row.ts";

type Fields = Record<string, unknown>;

const documents = (text: string): { kind: string; name: string }[] =>
  text
    .split(BETWEEN_DOCUMENTS)
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map((name) => ({ kind: "document", name }));

const READ: Readonly<Record<CsvColumn["kind"], (text: string) => unknown>> = {
  text: (text) => text,
  day: readDay,
  number: readNumber,
  documents,
};

function put(fields: Fields, [first = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) fields[first] = value;
  else {
    fields[first] ??= {};
    put(fields[first] as Fields, rest, value);
  }
}

/** What the columns of the case, or of the activity, hold in one row; an empty cell says nothing. */
function fieldsOf(of: CsvColumn["of"], record: CsvRecords[number]): Fields {
  const fields: Fields = {};
  for (const { name, path, kind, of: whose } of CSV_COLUMNS) {
    const text = record[name] ?? "";
    if (whose === of && text !== "") put(fields, path, READ[kind](text));
  }
  return fields;
}

function activitiesOf(records: CsvRecords): Fields[] {
  const filled = records
    .map((record) => fieldsOf("activity", record))
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
function checkRepeated(records: CsvRecords): void {
  for (const { name, of } of CSV_COLUMNS) {
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
export function csvCase(records: CsvRecords, base: Case): { case: Fields; asOf?: unknown } {
  checkRepeated(records);
  const { asOf, report = null } = fieldsOf("case", records[0] ?? {});
  return {
    case: { ...base, activities: activitiesOf(records), report },
    ...(asOf === undefined ? {} : { asOf }),
  };
}
