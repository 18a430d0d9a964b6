import { surveyLog } from "./named-documents.ts";
import type { KeptDocument, Store } from "./store.ts";

const A_DAY = 24 * 60 * 60 * 1000;

/** What a sweep came to. */
export interface Swept {
  documents: number;
  bytes: number;
}

/**
 * The documents that no record names: uploaded lists of cases, what came with a submission that was refused, and what was
 * brought when the server broke off.
 * @param before only those that were brought before this instant
 */
export async function orphans(store: Store, before?: string): Promise<KeptDocument[]> {
  const kept: KeptDocument[] = [];
  for await (const document of store.keptDocuments())
    if (before === undefined || document.keptAt < before) kept.push(document);
  if (kept.length === 0) return [];
  const { documents } = await surveyLog(store.events()); // Read after the list: it names whatever was recorded meanwhile.
  return kept.filter(({ sha256 }) => !documents.has(sha256));
}

/**
 * Removes the documents that no record names and that were brought more than a day ago. Others may write meanwhile: the
 * record of a document is committed by the request that brings it, and bringing it again makes it young.
 */
export async function sweepOrphans(store: Store, now: Date): Promise<Swept> {
  const before = new Date(now.getTime() - A_DAY).toISOString();
  const swept: Swept = { documents: 0, bytes: 0 };
  for (const { sha256, bytes } of await orphans(store, before)) {
    if (!(await store.dropDocument(sha256, before))) continue;
    swept.documents++;
    swept.bytes += bytes;
  }
  return swept;
}
