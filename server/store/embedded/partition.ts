import { join } from "node:path";
import { Low } from "lowdb";
import type { RecordKind } from "../records.ts";
import { DurableFile, type Fingerprint } from "./durable-file.ts";
import type { EntryChange } from "./entry.ts";
import type { Files } from "./files.ts";
import { PARTITION_FORMAT, type PartitionData } from "./partition-format.ts";
import { cutLines, linesOf } from "./partition-lines.ts";
import { partitionFile } from "./partition-name.ts";
import { PartitionRecords } from "./partition-records.ts";

/** The file of a partition: up to which event it goes, and what it has to be like. */
export interface PartitionFile extends Fingerprint {
  upTo: number;
}

/** Records that are kept in one file. They are in memory only while they are in use. */
export class Partition {
  readonly name: string;
  readonly #files: Files;
  readonly #folder: string;
  /** The file as the manifest will name it; null for a partition that has none yet. */
  file: PartitionFile | null;
  #records: PartitionRecords | null;
  #loading: Promise<PartitionRecords> | null = null;
  /** Changes that are not in the file, while the records are not in memory. */
  #overlay: EntryChange[] = [];
  /** Whether it has changes that are not in the file. */
  dirty = false;
  /** How many work on it: it stays in memory. */
  pins = 0;

  constructor(files: Files, folder: string, name: string, file: PartitionFile | null) {
    this.#files = files;
    this.#folder = folder;
    this.name = name;
    this.file = file;
    this.#records = file ? null : new PartitionRecords();
  }

  /** The records, if they are in memory. */
  get records(): PartitionRecords | null {
    return this.#records;
  }

  /** Brings the records into memory. @throws {StoreRefused} where the file is not what was written. */
  async load(): Promise<PartitionRecords> {
    if (this.#records) return this.#records;
    this.#loading ??= this.#read().finally(() => {
      this.#loading = null;
    });
    return this.#loading;
  }

  /**
   * The states of the records of a kind, each a line of JSON: cut out of the file, where nothing is newer, so that none of
   * them is made a text or comes into memory.
   */
  async lines(kind: RecordKind): Promise<Uint8Array> {
    const { file } = this;
    if (!file || this.dirty || this.pins > 0) return linesOf((await this.load()).all(kind));
    return cutLines(kind, await this.#open(file).bytes());
  }

  /** Changes a record, in memory or as an overlay. What the file has already is passed over. */
  apply(change: EntryChange): void {
    if (this.file && change.seq < this.file.upTo) return;
    if (this.#records) this.#records.apply(change);
    else this.#overlay.push(change);
    this.dirty = true;
  }

  /**
   * Writes the records into a new file.
   * @param applied says how many events the records have seen
   */
  async write(applied: () => number): Promise<void> {
    this.pins++; // Until the new file is there, what is in memory is all there is.
    try {
      const entries = (await this.load()).entries();
      const upTo = applied();
      this.dirty = false;
      this.file = { upTo, ...(await this.#writeFile({ upTo, entries })) };
    } catch (error) {
      this.dirty = true;
      throw error;
    } finally {
      this.pins--;
    }
  }

  /** Whether there is no record in it, nor in its file. */
  get isEmpty(): boolean {
    return this.file === null && !this.dirty;
  }

  /** Lets the records go; they are read again when they are needed. */
  evict(): void {
    if (!this.dirty && this.pins === 0 && this.file) this.#records = null;
  }

  async #writeFile(data: PartitionData): Promise<Fingerprint> {
    const path = join(this.#folder, partitionFile(this.name, data.upTo));
    const file = new DurableFile(this.#files, path, PARTITION_FORMAT);
    await new Low<PartitionData>(file, data).write();
    return file.fingerprint as Fingerprint;
  }

  #open(file: PartitionFile): DurableFile<PartitionData> {
    const path = join(this.#folder, partitionFile(this.name, file.upTo));
    return new DurableFile(this.#files, path, PARTITION_FORMAT, file);
  }

  async #read(): Promise<PartitionRecords> {
    const { file } = this;
    if (!file) throw new Error(`the partition ${this.name} has no file`);
    const low = new Low<PartitionData>(this.#open(file), { upTo: 0, entries: [] });
    await low.read();
    const records = new PartitionRecords();
    for (const entry of low.data.entries) records.apply({ kind: entry.kind, id: entry.id, seq: entry.seq, entry });
    for (const change of this.#overlay) records.apply(change);
    this.#overlay = [];
    this.#records = records;
    return records;
  }
}
