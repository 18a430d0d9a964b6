import { createHash } from "node:crypto";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Problem } from "../../../engine/index.ts";
import { serverProblem } from "../../problem.ts";
import { readEvent } from "../log/read-event.ts";
import { stateHash } from "../log/state-hash.ts";
import { DurableFile } from "./durable-file.ts";
import type { Entry } from "./entry.ts";
import { indexFile } from "./event-index.ts";
import { SIGNATURE_WORDS, signEvent } from "./event-signature.ts";
import { ExpectedEntries } from "./expected-entries.ts";
import type { Files } from "./files.ts";
import { BLOCK_EVENTS, emptyBlock, INDEX_FORMAT, type IndexBlock } from "./index-block.ts";
import { JOURNAL_FILE, Journal, type Placed } from "./journal.ts";
import { MANIFEST_FILE, type Manifest, STATE_FOLDER } from "./manifest.ts";
import type { PartitionFile } from "./partition.ts";
import { PARTITION_FORMAT } from "./partition-format.ts";
import { partitionFile } from "./partition-name.ts";

/** Compares the files of the state with the journal, event by event. */
class StateCheck {
  readonly #files: Files;
  readonly #folder: string;
  readonly #manifest: Manifest;
  readonly #expected = new ExpectedEntries();
  /** The partitions by how many events they have seen. */
  readonly #partitions = new Map<number, [name: string, file: PartitionFile][]>();
  #block: IndexBlock = emptyBlock();
  #events = 0;

  constructor(files: Files, folder: string, manifest: Manifest) {
    this.#files = files;
    this.#folder = join(folder, STATE_FOLDER);
    this.#manifest = manifest;
    for (const partition of Object.entries(manifest.partitions)) {
      const { upTo } = partition[1];
      this.#partitions.set(upTo, [...(this.#partitions.get(upTo) ?? []), partition]);
    }
  }

  /** Takes the next event, and compares what goes up to it. */
  async *take({ event: line, offset, length }: Placed): AsyncGenerator<Problem> {
    const event = readEvent(line);
    const at = this.#block.count++;
    this.#block.offsets[at] = offset;
    signEvent(this.#block.signatures, at * SIGNATURE_WORDS, event);
    this.#expected.apply(event);
    this.#events++;
    yield* this.#compareBlock();
    for (const [name, file] of this.#partitions.get(this.#events) ?? []) yield* this.#comparePartition(name, file);
    if (this.#events === this.#manifest.events && offset + length !== this.#manifest.bytes) yield manifestDiffers();
  }

  /** Compares what the manifest says with how many events there were in the end. */
  *end(): Generator<Problem> {
    const { index, partitions, events } = this.#manifest;
    const isFull = index.slice(0, -1).every(({ count }) => count === BLOCK_EVENTS);
    const indexed = index.reduce((sum, { count }) => sum + count, 0);
    if (!isFull || indexed < events || Math.max(indexed, events) > this.#events) yield manifestDiffers();
    for (const [name, { upTo }] of Object.entries(partitions))
      if (upTo < 1 || upTo > this.#events) yield stateDiffers(partitionFile(name, upTo));
  }

  async *#compareBlock(): AsyncGenerator<Problem> {
    const number = Math.floor((this.#events - 1) / BLOCK_EVENTS);
    const file = this.#manifest.index[number];
    if (this.#block.count === file?.count) {
      const name = indexFile(number, file.count);
      const found = await new DurableFile(this.#files, join(this.#folder, name), INDEX_FORMAT, file).read();
      if (!isSameBlock(found, this.#block)) yield stateDiffers(name);
    }
    if (this.#block.count === BLOCK_EVENTS) this.#block = emptyBlock();
  }

  async *#comparePartition(name: string, file: PartitionFile): AsyncGenerator<Problem> {
    const path = join(this.#folder, partitionFile(name, file.upTo));
    const found = await new DurableFile(this.#files, path, PARTITION_FORMAT, file).read();
    if (found.upTo !== file.upTo || hashOf(found) !== file.sha256) yield stateDiffers(partitionFile(name, file.upTo));
    const missing = this.#expected.of(name);
    for (const { text, ...head } of found.entries) {
      const isRight = missing.get(`${head.kind} ${head.id}`) === JSON.stringify(head) && isState(head, text);
      if (!isRight) yield serverProblem("record-differs", "", { record: `${head.kind} ${head.id}` });
      missing.delete(`${head.kind} ${head.id}`);
    }
    for (const record of missing.keys()) yield serverProblem("record-differs", "", { record });
  }
}

const manifestDiffers = (): Problem => serverProblem("manifest-differs", "", { file: MANIFEST_FILE });

const stateDiffers = (name: string): Problem =>
  serverProblem("state-file-unlogged", "", { file: join(STATE_FOLDER, name) });

/** Whether a state is there where it has to be, and is the one that the event left. */
const isState = ({ kind, hash }: Omit<Entry, "text">, text: string | null): boolean =>
  text === null ? kind === "decision" : kind !== "decision" && stateHash(text) === hash;

function hashOf(data: Parameters<typeof PARTITION_FORMAT.write>[0]): string {
  const hash = createHash("sha256");
  for (const piece of PARTITION_FORMAT.write(data)) hash.update(piece);
  return hash.digest("hex");
}

const isSameBlock = (one: IndexBlock, other: IndexBlock): boolean =>
  one.count === other.count &&
  one.offsets.every((offset, at) => at >= one.count || offset === other.offsets[at]) &&
  one.signatures.every((word, at) => at >= one.count * SIGNATURE_WORDS || word === other.signatures[at]);

/**
 * Compares all that the files of the state repeat with the journal: the version, place, instant, submission and state of
 * each record, and where each event stands and what it is found by.
 * @param good up to which byte every line of the journal is whole
 */
export async function* checkState(
  files: Files,
  folder: string,
  manifest: Manifest,
  good: number,
): AsyncGenerator<Problem> {
  const path = join(folder, JOURNAL_FILE);
  const file = await files.read(path);
  const check = new StateCheck(files, folder, manifest);
  try {
    for await (const placed of new Journal(path, file, good).scanWhole(0)) {
      for (const one of placed) yield* check.take(one);
      await setImmediate();
    }
    yield* check.end();
  } finally {
    await file.close();
  }
}
