import type { Readable } from "node:stream";
import { Frontier } from "../audit/merkle/frontier.ts";
import { leafHash } from "../audit/merkle/hash.ts";
import type { WrittenEvent } from "../store/store.ts";
import { type DocumentPart, EVENT_BEGINS, FORMAT, FORMAT_VERSION, type Header, type Trailer } from "./backup-format.ts";
import type { Contents } from "./backup-lines.ts";
import { BackupRefused } from "./backup-refused.ts";
import { unpackedLines } from "./unpacked-lines.ts";

const PART_BEGINS = '{"document":';

/** @throws {BackupRefused} where the line is not JSON. */
function read<Line>(line: string): Line {
  try {
    return JSON.parse(line);
  } catch {
    throw new BackupRefused("backup-altered");
  }
}

/** Reads a backup from its beginning to its end: first the documents, then the events. */
export class BackupReader {
  readonly #lines: AsyncGenerator<string>;
  /** The line that comes next; null where there is none. */
  #next: string | null = null;

  private constructor(lines: AsyncGenerator<string>) {
    this.#lines = lines;
  }

  /** @throws {BackupRefused} where it is not a backup, or of a later version. */
  static async open(input: Readable): Promise<BackupReader> {
    const reader = new BackupReader(unpackedLines(input));
    await reader.#advance().catch((error) => {
      throw error instanceof BackupRefused ? new BackupRefused("not-a-backup") : error;
    });
    await reader.#readHeader();
    return reader;
  }

  /** The documents, one after another; each has to be read to its end before the next. */
  async *documents(): AsyncGenerator<{ sha256: string; content: AsyncIterable<Buffer> }> {
    while (this.#next?.startsWith(PART_BEGINS)) {
      const sha256 = read<DocumentPart>(this.#next).document;
      yield { sha256, content: this.#partsOf(sha256) };
    }
  }

  /**
   * The events.
   * @param keep told what the backup holds, once all of it was read and is what was written
   * @throws {BackupRefused} where it is torn or altered, at the latest after the last event.
   */
  async *events(keep: (contents: Contents) => void): AsyncGenerator<WrittenEvent> {
    const tree = new Frontier();
    while (this.#next?.startsWith(EVENT_BEGINS)) {
      yield { seq: tree.size, line: this.#next };
      tree.append(leafHash(this.#next));
      await this.#advance();
    }
    keep(await this.#readTrailer(tree));
  }

  async #advance(): Promise<void> {
    const { done, value } = await this.#lines.next();
    this.#next = done ? null : value;
  }

  async #readHeader(): Promise<void> {
    if (!this.#next?.startsWith(`{"format":"${FORMAT}"`)) throw new BackupRefused("not-a-backup");
    const { version } = read<Header>(this.#next);
    if (version !== FORMAT_VERSION) throw new BackupRefused("backup-too-new", { version });
    await this.#advance();
  }

  async *#partsOf(sha256: string): AsyncGenerator<Buffer> {
    while (this.#next?.startsWith(PART_BEGINS)) {
      const { document, base64 } = read<DocumentPart>(this.#next);
      if (document !== sha256) return;
      yield Buffer.from(base64, "base64");
      await this.#advance();
    }
  }

  async #readTrailer(tree: Frontier): Promise<Contents> {
    if (this.#next === null) throw new BackupRefused("backup-torn");
    const end = read<Partial<Trailer> | null>(this.#next)?.end;
    if (end?.events !== tree.size || end.root !== tree.root().toString("hex"))
      throw new BackupRefused("backup-altered");
    await this.#advance();
    if (this.#next !== null) throw new BackupRefused("backup-altered");
    return end;
  }
}
