import type { RecordKind } from "../records.ts";
import type { Entry, EntryChange } from "./entry.ts";
import type { Files } from "./files.ts";
import { Partition, type PartitionFile } from "./partition.ts";
import { partitionOf, yearOfPartition } from "./partition-name.ts";
import type { PartitionRecords } from "./partition-records.ts";

/** All partitions, by name. */
export class Partitions {
  readonly #files: Files;
  readonly #folder: string;
  readonly #memoryBytes: number;
  /** The least recently used come first. */
  readonly #byName = new Map<string, Partition>();

  constructor(files: Files, folder: string, partitionFiles: Record<string, PartitionFile>, memoryBytes: number) {
    this.#memoryBytes = memoryBytes;
    this.#files = files;
    this.#folder = folder;
    for (const [name, file] of Object.entries(partitionFiles))
      this.#byName.set(name, new Partition(files, folder, name, file));
  }

  /** A partition by its name, new where there is none. */
  get(name: string): Partition {
    const there = this.#byName.get(name);
    if (there) return there;
    const partition = new Partition(this.#files, this.#folder, name, null);
    this.#byName.set(name, partition);
    return partition;
  }

  /** The records of a partition, in memory; null where there is no such partition. */
  async records(name: string): Promise<PartitionRecords | null> {
    const partition = this.#byName.get(name);
    if (!partition) return null;
    if (partition.records) return partition.records;
    const records = await partition.load();
    this.#byName.delete(name);
    this.#byName.set(name, partition);
    this.evict();
    return records;
  }

  /** The states of the records of a kind in a partition, each a line of JSON. What is in memory stays as it is. */
  async lines(kind: RecordKind, name: string): Promise<Uint8Array> {
    return (await this.#byName.get(name)?.lines(kind)) ?? new Uint8Array();
  }

  /** What is kept of a record whose partition is in memory. */
  entry(kind: RecordKind, id: string): Entry | null {
    return this.#byName.get(partitionOf(kind, id))?.records?.get(kind, id) ?? null;
  }

  apply(change: EntryChange): void {
    this.get(partitionOf(change.kind, change.id)).apply(change);
  }

  /** The reporting years of which there are cases of a chamber. */
  yearsOf(chamber: string): number[] {
    const years = [...this.#byName.values()].map(({ name, isEmpty }) =>
      isEmpty ? null : yearOfPartition(name, chamber),
    );
    return years.filter((year) => year !== null).sort((one, other) => one - other);
  }

  dirty(): Partition[] {
    return [...this.#byName.values()].filter(({ dirty }) => dirty);
  }

  /** The files as the manifest names them. */
  files(): Record<string, PartitionFile> {
    const named: Record<string, PartitionFile> = {};
    for (const { name, file } of this.#byName.values()) if (file) named[name] = file;
    return named;
  }

  /** Lets go of partitions that are not in use, the least recently used first, beyond what may stay in memory. */
  evict(): void {
    const loaded = [...this.#byName.values()].filter(({ name, records, file }) => isEvictable(name) && records && file);
    let bytes = loaded.reduce((sum, { file }) => sum + (file?.bytes ?? 0), 0);
    for (const partition of loaded) {
      if (bytes <= this.#memoryBytes) return;
      partition.evict();
      if (!partition.records) bytes -= partition.file?.bytes ?? 0;
    }
  }
}

/** Only cases are many; all other records stay in memory. */
const isEvictable = (name: string): boolean => name.startsWith("cases/");
