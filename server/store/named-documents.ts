import type { LoggedEvent, RecordEvent } from "./change.ts";
import { readEvent } from "./log/read-event.ts";
import type { DocumentRecord, LookingBack } from "./records.ts";
import type { WrittenEvent } from "./store.ts";

/** What every event that names a document holds: the others need not be read. */
const MARKS = ['"kind":"document"', '"kind":"looking-back"'];

/** What a log names: how many events it has, and the SHA-256 of every document. */
export interface Survey {
  events: number;
  documents: Set<string>;
}

/** A document as a record names it. */
export interface NamedDocument {
  sha256: string;
  bytes: number;
}

function documentOf({ kind, state }: RecordEvent): NamedDocument[] {
  if (state === null) return [];
  if (kind === "document") return [state as DocumentRecord];
  return kind === "looking-back" ? [(state as LookingBack).list] : [];
}

/** The documents that an event names, read already. */
export const documentsIn = ({ records }: Pick<LoggedEvent, "records">): NamedDocument[] => records.flatMap(documentOf);

/** The SHA-256 of the documents that an event names. */
export const documentsNamed = (line: string): string[] =>
  MARKS.some((mark) => line.includes(mark)) ? documentsIn(readEvent(line)).map(({ sha256 }) => sha256) : [];

/** Goes through a log and tells what it names. */
export async function surveyLog(log: AsyncIterable<WrittenEvent>): Promise<Survey> {
  const survey: Survey = { events: 0, documents: new Set() };
  for await (const { line } of log) {
    survey.events++;
    for (const sha256 of documentsNamed(line)) survey.documents.add(sha256);
  }
  return survey;
}
