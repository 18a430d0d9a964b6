import { Readable } from "node:stream";
import { treeOf } from "../audit/merkle/tree-of.ts";
import { InvalidChange } from "../store/failures.ts";
import { BrokenLog } from "../store/log/event-chain.ts";
import { documentsNamed } from "../store/named-documents.ts";
import { differingRecords } from "../store/prove-records.ts";
import type { Store, WrittenEvent } from "../store/store.ts";
import type { Contents } from "./backup-lines.ts";
import { BackupReader } from "./backup-reader.ts";
import { BackupRefused } from "./backup-refused.ts";

/** @throws {BackupRefused} where a document is not what its name says. */
async function restoreDocuments(reader: BackupReader, store: Store): Promise<Set<string>> {
  const restored = new Set<string>();
  for await (const { sha256, content } of reader.documents()) {
    const kept = await store.keepDocument(Readable.from(content, { objectMode: false }));
    if (kept.sha256 !== sha256) throw new BackupRefused("backup-altered");
    restored.add(sha256);
  }
  return restored;
}

/** The events as they pass. @throws {BackupRefused} where one names a document that was not restored. */
async function* withDocuments(
  documents: ReadonlySet<string>,
  events: AsyncIterable<WrittenEvent>,
): AsyncGenerator<WrittenEvent> {
  for await (const event of events) {
    if (!documentsNamed(event.line).every((sha256) => documents.has(sha256))) throw new BackupRefused("backup-altered");
    yield event;
  }
}

/** Whether the failure is that of a text that no store wrote. */
const isAlteration = (error: unknown): boolean =>
  [BrokenLog, InvalidChange, SyntaxError, TypeError].some((type) => error instanceof type);

async function restoreEvents(reader: BackupReader, documents: ReadonlySet<string>, store: Store): Promise<Contents> {
  let contents: Contents | undefined;
  const events = reader.events((all) => {
    contents = all;
  });
  try {
    await store.takeOver(withDocuments(documents, events));
  } catch (error) {
    throw isAlteration(error) ? new BackupRefused("backup-altered") : error;
  }
  return contents as Contents;
}

/** Reads back what was restored. @throws {Error} where it is not what the backup holds. */
async function verify(store: Store, { events, root }: Contents): Promise<void> {
  const tree = await treeOf(store.events());
  if (tree.size !== events || tree.root().toString("hex") !== root)
    throw new Error("the log that was restored is not the one that was backed up");
  const [differing] = await differingRecords(store);
  if (differing !== undefined) throw new Error(`${differing} was not restored as it was`);
}

/**
 * Restores a backup into an empty store, and verifies what came of it.
 * @throws {BackupRefused} where the store holds events, or the backup is torn or altered: then the store has no events.
 */
export async function restoreInto(store: Store, input: Readable): Promise<Contents> {
  const { size } = await store.head();
  if (size > 0) throw new BackupRefused("place-not-empty");
  const reader = await BackupReader.open(input);
  const documents = await restoreDocuments(reader, store);
  const contents = await restoreEvents(reader, documents, store);
  await verify(store, contents);
  return contents;
}
