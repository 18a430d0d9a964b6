import type { Readable } from "node:stream";
import { Frontier } from "../audit/merkle/frontier.ts";
import { addingTo } from "../store/copy-store.ts";
import type { LogSource } from "../store/log-source.ts";
import { surveyLog } from "../store/named-documents.ts";
import { type DocumentPart, FORMAT, FORMAT_VERSION, type Header, type Trailer } from "./backup-format.ts";

/** What a backup holds. */
export type Contents = Trailer["end"];

const asLine = (value: Header | DocumentPart | Trailer): string => `${JSON.stringify(value)}\n`;

async function* partsOf(document: string, content: Readable): AsyncGenerator<string> {
  yield asLine({ document, base64: "" });
  for await (const bytes of content as AsyncIterable<Buffer>)
    yield asLine({ document, base64: bytes.toString("base64") });
}

/** @throws {Error} where the document is missing. */
async function open(source: LogSource, sha256: string): Promise<Readable> {
  const content = await source.document(sha256);
  if (!content) throw new Error(`the document ${sha256} is missing`);
  return content;
}

/**
 * The lines of a backup of everything that a log and its documents hold.
 * @param madeAt an instant in UTC
 * @returns what was written
 */
export async function* backupLines(source: LogSource, madeAt: string): AsyncGenerator<string, Contents> {
  const { events, documents } = await surveyLog(source.events());
  const counts = { documents: documents.size, events };
  yield asLine({ format: FORMAT, version: FORMAT_VERSION, madeAt, ...counts });
  for (const sha256 of documents) yield* partsOf(sha256, await open(source, sha256));
  const tree = new Frontier();
  for await (const { line } of addingTo(tree, source.events())) yield `${line}\n`;
  if (tree.size !== events) throw new Error(`the log had ${events} events, and has ${tree.size} now`);
  const end = { ...counts, root: tree.root().toString("hex") };
  yield asLine({ end });
  return end;
}
