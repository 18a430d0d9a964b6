import type { Readable } from "node:stream";
import { CsvError, type Info, parse } from "csv-parse";
import { serverProblem } from "../../problem.ts";
import { type CsvColumn, REASON_COLUMNS } from "./csv-columns.ts";
import type { ReadRow } from "./read-row.ts";

const LONGEST_RECORD = 1024 * 1024;

interface ReadRecord {
  record: Record<string, string>;
  info: Info;
}

/** What is wrong with the header: a column that is not known, is there twice, or is needed and missing. */
function headerProblem(header: readonly string[], columns: readonly CsvColumn[]) {
  const known = new Set([...columns.map(({ name }) => name), ...REASON_COLUMNS]);
  const unknown = header.find((name) => !known.has(name));
  if (unknown !== undefined) return serverProblem("csv-unknown-column", "", { column: unknown.slice(0, 100) });
  const twice = header.find((name, at) => header.indexOf(name) !== at);
  if (twice !== undefined) return serverProblem("csv-column-twice", "", { column: twice });
  return header.includes("consultant") ? null : serverProblem("csv-column-missing", "", { column: "consultant" });
}

/** A parser of CSV whose header decides what stands between its values. */
function createParser(delimiter: string, onHeader: (header: string[]) => void) {
  const columns = (given: string[]): string[] => {
    const header = given.map((name) => name.trim().toLowerCase());
    onHeader(header);
    return header;
  };
  return parse({
    bom: true,
    delimiter,
    columns,
    info: true,
    trim: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
  });
}

/** A CSV that cannot be read on: the row where it breaks, and why. */
const broken = ({ code, ...error }: CsvError): ReadRow => {
  const row = Number((error as { lines?: number }).lines ?? 1);
  return { row, problems: [serverProblem("csv-broken", "", { line: row, code })], given: "" };
};

/**
 * Reads a CSV: the rows of one consultant stand together, and become one row here.
 * @param delimiter what stands between the values.
 * @param columns those that its header may name.
 */
export async function* csvRows(
  content: Readable,
  delimiter: string,
  columns: readonly CsvColumn[],
): AsyncGenerator<ReadRow> {
  let fault: ReturnType<typeof headerProblem> = null;
  const parser = createParser(delimiter, (header) => {
    fault = headerProblem(header, columns);
  });
  content.on("error", (error) => parser.destroy(error));
  let open: { row: number; consultant: string; records: Record<string, string>[] } | null = null;
  try {
    for await (const { record, info } of content.pipe(parser) as AsyncIterable<ReadRecord>) {
      if (fault) return yield { row: 1, problems: [fault], given: "" };
      const consultant = record.consultant ?? "";
      if (open && open.consultant !== consultant) yield open;
      if (!open || open.consultant !== consultant) open = { row: info.lines, consultant, records: [] };
      open.records.push(record);
    }
    if (fault) yield { row: 1, problems: [fault], given: "" };
    else if (open) yield open;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (open) yield open;
    yield broken(error);
  } finally {
    content.destroy();
  }
}
