import { createHash } from "node:crypto";
import { dirname } from "node:path";
import type { Adapter } from "lowdb";
import { damaged } from "./damaged.ts";
import type { Files, OpenFile } from "./files.ts";
import { pieces } from "./pieces.ts";
import { isMissing, readWhole, writeAll } from "./whole-file.ts";

/** How some data stand in a file. */
export interface Format<Data> {
  /** The file's content in pieces, none of them long to make. */
  write(data: Data): Iterable<string | Uint8Array>;
  /** @throws {Error} where the bytes do not hold such data. */
  read(bytes: Buffer): Data | Promise<Data>;
}

/** What a whole file has to be like. */
export interface Fingerprint {
  bytes: number;
  sha256: string;
}

let made = 0;

/**
 * The durable adapter for lowdb: a file that is either there in full or not at all, also after a loss of power. It is
 * written under a fresh name, its size checked, synced, renamed, and its folder synced. Reading it checks it against the
 * fingerprint; nothing is ever read as "no data yet".
 */
export class DurableFile<Data> implements Adapter<Data> {
  readonly #files: Files;
  readonly #path: string;
  readonly #format: Format<Data>;
  /** What the file is expected to be, or was written as. */
  fingerprint: Fingerprint | null;

  constructor(files: Files, path: string, format: Format<Data>, fingerprint: Fingerprint | null = null) {
    this.#files = files;
    this.#path = path;
    this.#format = format;
    this.fingerprint = fingerprint;
  }

  /** @throws {StoreRefused} where the file is missing, or not what it was written as. */
  async read(): Promise<Data> {
    const bytes = await this.bytes();
    try {
      return await this.#format.read(bytes);
    } catch (error) {
      throw damaged(this.#path, `it cannot be read (${(error as Error).message})`);
    }
  }

  /** The file as it is. @throws {StoreRefused} where it is missing, or not what it was written as. */
  async bytes(): Promise<Buffer> {
    const bytes = await this.#whole();
    const { fingerprint } = this;
    if (fingerprint && bytes.length !== fingerprint.bytes)
      throw damaged(this.#path, `it has ${bytes.length} bytes instead of ${fingerprint.bytes}`);
    if (fingerprint && createHash("sha256").update(bytes).digest("hex") !== fingerprint.sha256)
      throw damaged(this.#path, "it is not what was written");
    return bytes;
  }

  /** Replaces the file. Where that fails, the file is as it was. */
  async write(data: Data): Promise<void> {
    const fresh = `${this.#path}.${process.pid}-${++made}.tmp`;
    const file = await this.#files.create(fresh);
    try {
      try {
        this.fingerprint = await this.#fill(file, data);
        await file.sync();
      } finally {
        await file.close();
      }
      await this.#files.rename(fresh, this.#path);
    } catch (error) {
      await this.#files.remove(fresh).catch(() => {});
      throw error;
    }
    await this.#files.syncFolder(dirname(this.#path));
  }

  async #fill(file: OpenFile, data: Data): Promise<Fingerprint> {
    const hash = createHash("sha256");
    let bytes = 0;
    for (const piece of pieces(this.#format.write(data))) {
      hash.update(piece);
      await writeAll(file, piece, bytes);
      bytes += piece.byteLength;
    }
    const size = await file.size();
    if (size !== bytes) throw new Error(`${this.#path} has ${size} bytes after ${bytes} were written`);
    return { bytes, sha256: hash.digest("hex") };
  }

  async #whole(): Promise<Buffer> {
    try {
      return await readWhole(this.#files, this.#path);
    } catch (error) {
      if (isMissing(error)) throw damaged(this.#path, "it is missing");
      throw error;
    }
  }
}
