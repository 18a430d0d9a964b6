import { dirname, join } from "node:path";
import type { Files, OpenFile } from "../../../server/store/embedded/files.ts";
import { applyContent, type ContentOperation, type Operation } from "./operation.ts";

const failure = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), { code });

/** A disk in memory that notes every operation on it: a model of what a file system does for a program. */
export class MemoryDisk {
  readonly operations: Operation[] = [];
  /** What the files hold, by their numbers. */
  readonly contents: Map<number, Buffer>;
  /** The files by path, and the folders, which have no number. */
  readonly names: Map<string, number | "folder">;
  #made: number;

  constructor(names: Iterable<[string, number | "folder"]> = [], contents: Iterable<[number, Buffer]> = []) {
    this.names = new Map(names);
    this.contents = new Map(contents);
    this.#made = Math.max(0, ...this.contents.keys());
  }

  /** What a file holds; null where there is none. */
  read(path: string): Buffer | null {
    const file = this.names.get(path);
    return typeof file === "number" ? (this.contents.get(file) ?? Buffer.alloc(0)) : null;
  }

  /** Puts a whole file there, unseen. */
  put(path: string, bytes: Buffer): void {
    const file = ++this.#made;
    this.names.set(path, file);
    this.contents.set(file, bytes);
  }

  /** Notes that somebody was told that something is on disk. */
  acknowledge(what: string): void {
    this.operations.push({ kind: "acknowledged", what });
  }

  readonly files: Files = {
    read: async (path) => this.#open(this.#file(path)),
    edit: async (path) => this.#open(this.#file(path)),
    create: async (path) => {
      if (this.names.has(path)) throw failure("EEXIST", path);
      if (this.names.get(dirname(path)) !== "folder") throw failure("ENOENT", path);
      this.put(path, Buffer.alloc(0));
      this.operations.push({ kind: "create", path, file: this.#made });
      return this.#open(this.#made);
    },
    rename: async (from, to) => {
      const file = this.#file(from);
      this.names.delete(from);
      this.names.set(to, file);
      this.operations.push({ kind: "rename", from, to, file });
    },
    link: async (from, path) => {
      if (this.names.has(path)) throw failure("EEXIST", path);
      const file = this.#file(from);
      this.names.set(path, file);
      this.operations.push({ kind: "link", path, file });
    },
    remove: async (path) => {
      this.#file(path);
      this.names.delete(path);
      this.operations.push({ kind: "remove", path });
    },
    makeFolder: async (path) => this.#makeFolder(path),
    syncFolder: async (path) => void this.operations.push({ kind: "syncFolder", path }),
    stat: async (path) => ({ bytes: this.contents.get(this.#file(path))?.length ?? 0, writtenAt: new Date() }),
    list: async (path) => {
      const within = [...this.names.keys()].filter((name) => dirname(name) === path && name !== path);
      return within.map((name) => name.slice(join(path, "/").length));
    },
  };

  #makeFolder(path: string): void {
    if (this.names.has(path)) return;
    if (dirname(path) !== path) this.#makeFolder(dirname(path));
    this.names.set(path, "folder");
    this.operations.push({ kind: "makeFolder", path });
  }

  #file(path: string): number {
    const file = this.names.get(path);
    if (typeof file !== "number") throw failure("ENOENT", path);
    return file;
  }

  #change(operation: ContentOperation): void {
    const held = this.contents.get(operation.file) ?? Buffer.alloc(0);
    this.contents.set(operation.file, applyContent(held, operation));
    this.operations.push(operation);
  }

  #open(file: number): OpenFile {
    const held = (): Buffer => this.contents.get(file) ?? Buffer.alloc(0);
    return {
      read: async (into, position) => held().copy(into, 0, position),
      write: async (bytes, position) => {
        this.#change({ kind: "write", file, position, bytes: Buffer.from(bytes) });
        return bytes.byteLength;
      },
      sync: async () => void this.operations.push({ kind: "sync", file }),
      truncate: async (length) => this.#change({ kind: "truncate", file, length }),
      size: async () => held().length,
      close: async () => {},
    };
  }
}
