import { readEvent } from "./log/read-event.ts";
import type { DocumentRecord } from "./records.ts";
import type { WrittenEvent } from "./store.ts";

/** What every event about a document holds: the others need not be read. */
const MARK = '"kind":"document"';

/** What a log names: how many events it has, and the SHA-256 of every document. */
export interface Survey {
  events: number;
  documents: Set<string>;
}

/** The documents that an event names. */
export function documentsNamed(line: string): string[] {
  if (!line.includes(MARK)) return [];
  const documents = readEvent(line).records.filter(({ kind }) => kind === "document");
  return documents.flatMap(({ state }) => (state ? [(state as DocumentRecord).sha256] : []));
}

/** Goes through a log and tells what it names. */
export async function surveyLog(log: AsyncIterable<WrittenEvent>): Promise<Survey> {
  const survey: Survey = { events: 0, documents: new Set() };
  for await (const { line } of log) {
    survey.events++;
    for (const sha256 of documentsNamed(line)) survey.documents.add(sha256);
  }
  return survey;
}
