import { dirname } from "node:path";
import type { Random } from "../../../server/demo/random.ts";
import { MemoryDisk } from "./memory-disk.ts";
import { applyContent, type ContentOperation, type NameOperation, type Operation } from "./operation.ts";

/** What becomes of what was not synced: nothing of it is there, all of it, or chance decides. */
export type Fate = "dropped" | "kept" | "chance";

type Name = number | "folder";

/** What is safe on the disk, and what was done since. */
class Pending<Safe, Done> {
  safe: Safe;
  done: Done[] = [];

  constructor(safe: Safe) {
    this.safe = safe;
  }
}

const SECTOR = 512;

/** What a write leaves that was under way: its beginning, some of its sectors, or only the length. */
function torn(operation: ContentOperation, held: Buffer, random: Random): Buffer {
  if (operation.kind === "truncate") return random.percent(50) ? applyContent(held, operation) : held;
  const { bytes, position } = operation;
  const manner = random.between(0, 2);
  if (manner === 0)
    return applyContent(held, { ...operation, bytes: bytes.subarray(0, random.between(0, bytes.length)) });
  const zeros = applyContent(held, { ...operation, bytes: Buffer.alloc(bytes.length) });
  for (let at = 0; at < bytes.length && manner === 1; at += SECTOR)
    if (random.percent(50)) bytes.subarray(at, at + SECTOR).copy(zeros, position + at);
  return zeros;
}

function contentAfter({ safe, done }: Pending<Buffer, ContentOperation>, fate: Fate, random: Random): Buffer {
  let held = safe;
  for (const operation of done) {
    if (fate === "kept" || (fate === "chance" && random.percent(40))) held = applyContent(held, operation);
    else if (fate === "chance" && random.percent(50)) held = torn(operation, held, random);
  }
  return held;
}

function applyName(names: Map<string, Name>, folder: string, operation: NameOperation): void {
  if (operation.kind === "remove") names.delete(operation.path);
  else if (operation.kind === "makeFolder") names.set(operation.path, "folder");
  else if (operation.kind !== "rename") names.set(operation.path, operation.file);
  else {
    if (dirname(operation.from) === folder) names.delete(operation.from);
    if (dirname(operation.to) === folder) names.set(operation.to, operation.file);
  }
}

const foldersOf = (operation: NameOperation): Set<string> =>
  new Set(operation.kind === "rename" ? [dirname(operation.from), dirname(operation.to)] : [dirname(operation.path)]);

/** A disk as operations go on, told apart into what is safe on it and what a loss of power may take. */
export class Ledger {
  readonly #contents = new Map<number, Pending<Buffer, ContentOperation>>();
  readonly #folders = new Map<string, Pending<Map<string, Name>, NameOperation>>();

  take(operation: Operation): void {
    if (operation.kind === "acknowledged") return;
    if (operation.kind === "sync") this.#syncContent(this.#content(operation.file));
    else if (operation.kind === "syncFolder") this.#syncFolder(operation.path);
    else if ("path" in operation || operation.kind === "rename")
      for (const path of foldersOf(operation)) this.#folder(path).done.push(operation);
    else this.#content(operation.file).done.push(operation);
  }

  /** The disk as a loss of power leaves it: writes and names that were not synced are there or not, each on its own. */
  cut(fate: Fate, random: Random): MemoryDisk {
    const contents = [...this.#contents].map(([file, pending]): [number, Buffer] => [
      file,
      contentAfter(pending, fate, random),
    ]);
    return new MemoryDisk([["/", "folder"], ...this.#namesIn("/", fate, random)], contents);
  }

  #namesIn(path: string, fate: Fate, random: Random): [string, Name][] {
    const { safe, done } = this.#folder(path);
    const within = new Map(safe);
    for (const one of done)
      if (fate === "kept" || (fate === "chance" && random.percent(50))) applyName(within, path, one);
    return [...within].flatMap((entry) =>
      entry[1] === "folder" ? [entry, ...this.#namesIn(entry[0], fate, random)] : [entry],
    );
  }

  #syncContent(content: Pending<Buffer, ContentOperation>): void {
    for (const one of content.done) content.safe = applyContent(content.safe, one);
    content.done = [];
  }

  #syncFolder(path: string): void {
    const folder = this.#folder(path);
    for (const one of folder.done) applyName(folder.safe, path, one);
    folder.done = [];
  }

  #content(file: number): Pending<Buffer, ContentOperation> {
    const there = this.#contents.get(file) ?? new Pending<Buffer, ContentOperation>(Buffer.alloc(0));
    this.#contents.set(file, there);
    return there;
  }

  #folder(path: string): Pending<Map<string, Name>, NameOperation> {
    const there = this.#folders.get(path) ?? new Pending<Map<string, Name>, NameOperation>(new Map());
    this.#folders.set(path, there);
    return there;
  }
}
