import { damaged, LAST_WAY_OUT } from "./damaged.ts";
import type { OpenFile } from "./files.ts";
import { eventOfLine, LINE_END, readJournalLine, writeJournalLines } from "./journal-line.ts";
import { scanLines } from "./journal-scan.ts";
import { readAt, writeAll } from "./whole-file.ts";

export const JOURNAL_FILE = "journal.ndjson";

/** An event where it stands in the journal: in bytes, the line's end included. */
export interface Placed {
  event: string;
  offset: number;
  length: number;
}

/** The point of commit: a file of events that only grows. */
export class Journal {
  readonly path: string;
  readonly #file: OpenFile;
  #length: number;

  /** @param length how far it is known to be good; what comes after is written over. */
  constructor(path: string, file: OpenFile, length: number) {
    this.path = path;
    this.#file = file;
    this.#length = length;
  }

  /** How many bytes are good and on disk. */
  get length(): number {
    return this.#length;
  }

  /**
   * Writes events in one piece, without syncing it.
   * @returns where each one begins, and the length that the journal has once it is synced
   * @throws where it could not be written whole: `undo` takes back what was.
   */
  async write(events: readonly (string | Uint8Array)[]): Promise<{ offsets: number[]; end: number }> {
    const { bytes, starts } = writeJournalLines(events);
    await writeAll(this.#file, bytes, this.#length);
    return { offsets: starts.map((start) => this.#length + start), end: this.#length + bytes.byteLength };
  }

  /** Waits until what was written is on disk. @throws where nothing is known any more of what is there. */
  async sync(length: number): Promise<void> {
    await this.#file.sync();
    this.#length = length;
  }

  /** Takes back what was written of a batch that failed, so that it never comes up again. */
  async undo(): Promise<void> {
    await this.#file.truncate(this.#length);
    await this.#file.sync();
  }

  /** Reads the event at an offset. @throws {StoreRefused} where it is not what was written. */
  async read(offset: number, length: number): Promise<string> {
    const bytes = await readAt(this.#file, offset, length);
    const line = readJournalLine(bytes.subarray(0, -LINE_END));
    if (line === null) throw damaged(this.path, `the event at byte ${offset} is not what was written`, LAST_WAY_OUT);
    return line.event;
  }

  /** The events from one position to another, some at a time. @throws {StoreRefused} where one is not what was written. */
  async *scan(from: number, to: number = this.#length): AsyncGenerator<Placed[]> {
    for await (const lines of scanLines(this.#file, from, to)) {
      yield lines.map(({ offset, bytes, ended }) => {
        const line = ended ? readJournalLine(bytes) : null;
        if (line === null)
          throw damaged(this.path, `the event at byte ${offset} is not what was written`, LAST_WAY_OUT);
        return { event: line.event, offset, length: bytes.length + LINE_END };
      });
    }
  }

  /** The events from a position to the end, after these lines have been seen to be whole. */
  async *scanWhole(from: number): AsyncGenerator<Placed[]> {
    for await (const lines of scanLines(this.#file, from, this.#length))
      yield lines.map(({ offset, bytes }) => ({ event: eventOfLine(bytes), offset, length: bytes.length + LINE_END }));
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}
