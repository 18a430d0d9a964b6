import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import type { KeptDocument } from "../store.ts";
import type { Files, OpenFile } from "./files.ts";
import { isMissing, readAt, writeAll } from "./whole-file.ts";
import { writeFailure } from "./write-failure.ts";

export const DOCUMENTS_FOLDER = "documents";
const INCOMING = "incoming";
const CHUNK = 64 * 1024;
const SHA256 = /^[0-9a-f]{64}$/;
let received = 0;

/** Documents as files that bear the SHA-256 of their bytes as their name. */
export class Documents {
  readonly #files: Files;
  readonly #folder: string;
  /** What is being put in place or removed: one at a time, so that nothing is removed that was just brought. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(files: Files, folder: string) {
    this.#files = files;
    this.#folder = join(folder, DOCUMENTS_FOLDER);
  }

  /** Makes the folders, and removes what was not received in full. */
  async open(): Promise<void> {
    const incoming = join(this.#folder, INCOMING);
    await this.#files.makeFolder(incoming);
    await this.#files.syncFolder(dirname(this.#folder));
    for (const name of await this.#files.list(incoming)) await this.#files.remove(join(incoming, name));
  }

  /** Where a document stands. */
  path(sha256: string): string {
    return join(this.#folder, sha256.slice(0, 2), sha256);
  }

  /**
   * Keeps a document, durably.
   * @throws {StoreFull} {@link StoreUnavailable} where it could not be written; an error of the content is passed on.
   */
  async keep(content: Readable): Promise<{ sha256: string; bytes: number }> {
    const incoming = join(this.#folder, INCOMING, `${process.pid}-${++received}`);
    const file = await this.#orFailure(() => this.#files.create(incoming));
    try {
      const kept = await this.#receive(file, content);
      await this.#orFailure(() => this.#putInPlace(incoming, kept.sha256));
      return kept;
    } catch (error) {
      await this.#files.remove(incoming).catch(() => {});
      throw error;
    }
  }

  /** The bytes of a document; null where there is none. */
  async read(sha256: string): Promise<Readable | null> {
    if (!SHA256.test(sha256)) return null;
    try {
      return Readable.from(chunks(await this.#files.read(this.path(sha256))), { objectMode: false });
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  /** All documents, in the order of their names. */
  async *kept(): AsyncGenerator<KeptDocument> {
    for (const folder of (await this.#files.list(this.#folder)).sort()) {
      const names = await this.#files.list(join(this.#folder, folder));
      for (const sha256 of names.filter((name) => SHA256.test(name)).sort()) {
        const found = await this.#find(sha256);
        if (found) yield found;
      }
    }
  }

  /** Removes a document, unless it was brought again since an instant; says whether it did. */
  drop(sha256: string, before: string): Promise<boolean> {
    return this.#alone(async () => {
      const found = await this.#find(sha256);
      if (!found || found.keptAt >= before) return false;
      await this.#files.remove(this.path(sha256));
      return true;
    });
  }

  async #find(sha256: string): Promise<KeptDocument | null> {
    try {
      const { bytes, writtenAt } = await this.#files.stat(this.path(sha256));
      return { sha256, bytes, keptAt: writtenAt.toISOString() };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  #alone<Done>(work: () => Promise<Done>): Promise<Done> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #receive(file: OpenFile, content: Readable): Promise<{ sha256: string; bytes: number }> {
    const hash = createHash("sha256");
    let bytes = 0;
    try {
      for await (const chunk of content as AsyncIterable<Buffer>) {
        hash.update(chunk);
        await this.#orFailure(() => writeAll(file, chunk, bytes));
        bytes += chunk.byteLength;
      }
      await this.#orFailure(() => file.sync());
    } finally {
      await file.close();
    }
    return { sha256: hash.digest("hex"), bytes };
  }

  async #putInPlace(incoming: string, sha256: string): Promise<void> {
    const path = this.path(sha256);
    await this.#files.makeFolder(dirname(path));
    await this.#alone(() => this.#files.rename(incoming, path));
    await this.#files.syncFolder(dirname(path));
    await this.#files.syncFolder(this.#folder);
  }

  async #orFailure<Done>(work: () => Promise<Done>): Promise<Done> {
    try {
      return await work();
    } catch (error) {
      throw writeFailure(error);
    }
  }
}

async function* chunks(file: OpenFile): AsyncGenerator<Buffer> {
  try {
    for (let position = 0; ; ) {
      const chunk = await readAt(file, position, CHUNK);
      if (chunk.length === 0) return;
      yield chunk;
      position += chunk.length;
    }
  } finally {
    await file.close();
  }
}
