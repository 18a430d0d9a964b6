import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import type { Problem } from "../../../engine/index.ts";
import { serverProblem } from "../../problem.ts";
import type { NamedDocument } from "../named-documents.ts";
import type { Store } from "../store.ts";

async function read(content: Readable | null): Promise<NamedDocument> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of content ?? []) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { sha256: hash.digest("hex"), bytes };
}

/**
 * Reads every document that is kept, whether a record names it or not.
 * @param named what the log says of documents
 */
export async function* checkDocuments(store: Store, named: Iterable<NamedDocument>): AsyncGenerator<Problem> {
  const kept = new Map<string, number>();
  for await (const { sha256, bytes } of store.keptDocuments()) {
    const found = await read(await store.document(sha256));
    kept.set(sha256, found.bytes);
    if (found.sha256 !== sha256 || found.bytes !== bytes)
      yield serverProblem("document-differs", "", { document: sha256 });
  }
  for (const { sha256, bytes } of named) {
    if (!kept.has(sha256)) yield serverProblem("document-missing", "", { document: sha256 });
    else if (kept.get(sha256) !== bytes) yield serverProblem("document-differs", "", { document: sha256 });
  }
}
