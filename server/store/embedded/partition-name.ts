import type { RecordKind } from "../records.ts";

const WITH_CASES: ReadonlySet<RecordKind> = new Set(["case", "decision", "sanction", "document"]);

/** The partition that holds the cases of a chamber's year, and what belongs to them. */
export const casesPartition = (chamber: string, reportingYear: number | string): string =>
  `cases/${chamber}/${reportingYear}`;

/** The partition that holds a record, by its kind and id. */
export function partitionOf(kind: RecordKind, id: string): string {
  if (!WITH_CASES.has(kind)) return kind;
  const [chamber = "", reportingYear = ""] = id.split("/", 2);
  return casesPartition(chamber, reportingYear);
}

/** The reporting year of a partition of a chamber's cases; null for any other partition. */
export function yearOfPartition(name: string, chamber: string): number | null {
  const prefix = `cases/${chamber}/`;
  return name.startsWith(prefix) ? Number(name.slice(prefix.length)) : null;
}

/** The name of the file that holds a partition up to an event. */
export const partitionFile = (name: string, upTo: number): string => `${name.replaceAll("/", "~")}.${upTo}.json`;
