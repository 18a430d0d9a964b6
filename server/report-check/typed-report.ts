/** The parts of the form that are lists of rows, named as in a case. */
export const ROW_KINDS = ["activities", "absences", "sanctions", "decisions", "history"] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** What was typed into the form, exactly as it was typed. Each field is named by its JSON Pointer in the case. */
export interface TypedReport {
  fields: Map<string, string>;
  rows: Record<RowKind, number>;
}

const ROW_FIELD = new RegExp(`^/(${ROW_KINDS.join("|")})/(\\d{1,6})/(.+)$`);

export const noRows = (): TypedReport => ({
  fields: new Map(),
  rows: { activities: 0, absences: 0, sanctions: 0, decisions: 0, history: 0 },
});

interface Rows {
  kind: RowKind;
  /** The fields of each row, by the number that the form gave it. */
  byNumber: Map<number, Map<string, string>>;
}

/** Whether nothing was typed into a row: the id of an activity stands in it unseen. */
const isBlank = (row: ReadonlyMap<string, string>): boolean =>
  [...row].every(([field, text]) => field === "id" || text.trim() === "");

/** Gathers the rows of the posted form, in the order of their numbers, which may have gaps. */
function gatherRows(entries: Iterable<[string, string]>, typed: TypedReport): Rows[] {
  const gathered = ROW_KINDS.map((kind): Rows => ({ kind, byNumber: new Map() }));
  for (const [name, text] of entries) {
    const [, kind, number, field] = ROW_FIELD.exec(name) ?? [];
    if (field === undefined) {
      if (name.startsWith("/")) typed.fields.set(name, text);
      continue;
    }
    const { byNumber } = gathered.find((rows) => rows.kind === kind) as Rows;
    const row = byNumber.get(Number(number)) ?? new Map<string, string>();
    byNumber.set(Number(number), row.set(field, text));
  }
  return gathered;
}

/** Reads a posted form, and numbers its rows from 0 on; rows in which nothing was typed may be left out. */
export function readTypedReport(entries: Iterable<[string, string]>, blankRows: "keep" | "leave-out"): TypedReport {
  const typed = noRows();
  for (const { kind, byNumber } of gatherRows(entries, typed)) {
    const inOrder = [...byNumber].sort(([a], [b]) => a - b).map(([, row]) => row);
    for (const row of inOrder) {
      if (blankRows === "leave-out" && isBlank(row)) continue;
      for (const [field, text] of row) typed.fields.set(`/${kind}/${typed.rows[kind]}/${field}`, text);
      typed.rows[kind]++;
    }
  }
  return typed;
}

/** The report without one of its rows; those behind it move up. */
export const withoutRow = ({ fields }: TypedReport, kind: RowKind, at: number): TypedReport =>
  readTypedReport(
    [...fields].filter(([name]) => !name.startsWith(`/${kind}/${at}/`)),
    "keep",
  );
