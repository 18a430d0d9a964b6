import type { RecordEvent } from "./change.ts";
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

function documentOf({ kind, state }: RecordEvent): string[] {
  if (state === null) return [];
  if (kind === "document") return [(state as DocumentRecord).sha256];
  return kind === "looking-back" ? [(state as LookingBack).list.sha256] : [];
}

/** The documents that an event names. */
export const documentsNamed = (line: string): string[] =>
  MARKS.some((mark) => line.includes(mark)) ? readEvent(line).records.flatMap(documentOf) : [];

/** Goes through a log and tells what it names. */
export async function surveyLog(log: AsyncIterable<WrittenEvent>): Promise<Survey> {
  const survey: Survey = { events: 0, documents: new Set() };
  for await (const { line } of log) {
    survey.events++;
    for (const sha256 of documentsNamed(line)) survey.documents.add(sha256);
  }
  return survey;
}
