import { Frontier } from "../audit/merkle/frontier.ts";
import { leafHash } from "../audit/merkle/hash.ts";
import { treeOf } from "../audit/merkle/tree-of.ts";
import { type LogSource, logOf } from "./log-source.ts";
import { surveyLog } from "./named-documents.ts";
import { differingRecords } from "./prove-records.ts";
import type { Store, WrittenEvent } from "./store.ts";

/** A log as it was seen: how many events, and the root of their Merkle tree, in hex. */
export interface SeenLog {
  events: number;
  root: string;
}

/** What a copy came to. */
export interface Copied {
  from: SeenLog;
  to: SeenLog;
  documents: number;
  /** The records that are not in the copy as the last event about them says. */
  differing: string[];
  /** Whether the source went on while it was copied. */
  wentOn: boolean;
}

/** Whether a copy holds what its source holds. */
export const isEqual = ({ from, to, differing, wentOn }: Copied): boolean =>
  from.events === to.events && from.root === to.root && differing.length === 0 && !wentOn;

const seen = (tree: Frontier): SeenLog => ({ events: tree.size, root: tree.root().toString("hex") });

/** The events as they pass, each one added to a tree. */
export async function* addingTo(tree: Frontier, events: AsyncIterable<WrittenEvent>): AsyncGenerator<WrittenEvent> {
  for await (const event of events) {
    tree.append(leafHash(event.line));
    yield event;
  }
}

/** @throws {Error} where a document is missing, or is not what its name says. */
async function copyDocument(from: LogSource, to: Store, sha256: string): Promise<void> {
  const content = await from.document(sha256);
  if (!content) throw new Error(`the document ${sha256} is missing`);
  const kept = await to.keepDocument(content);
  if (kept.sha256 !== sha256) throw new Error(`the document ${sha256} holds something else`);
}

/**
 * Copies everything that a store holds into an empty one, and compares both.
 * @throws {Error} where the source is damaged, or the target is not empty: then the target stays without events.
 */
export async function copyStore(from: Store, to: Store): Promise<Copied> {
  const source = await logOf(from);
  const { documents } = await surveyLog(source.events());
  for (const sha256 of documents) await copyDocument(source, to, sha256);
  const tree = new Frontier();
  await to.takeOver(addingTo(tree, source.events()));
  return {
    from: seen(tree),
    to: seen(await treeOf(to.events())),
    documents: documents.size,
    differing: await differingRecords(to),
    wentOn: (await from.head()).size !== tree.size,
  };
}
