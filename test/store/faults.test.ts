import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import type { Files } from "../../server/store/embedded/files.ts";
import { openEmbeddedStore } from "../../server/store/embedded/open-embedded-store.ts";
import { StoreFull, StoreUnavailable } from "../../server/store/failures.ts";
import type { Store } from "../../server/store/store.ts";
import { type Fault, FaultyFiles } from "./faulty-files.ts";
import { MemoryDisk } from "./power-loss/memory-disk.ts";
import { change, draft } from "./sample.ts";

const FOLDER = "/data";
const ROUNDS = 12;
const FILLING = "Салық даулары. ".repeat(60);

const open = (files: Files, onFatal: (error: Error) => void = () => {}): Promise<Store> =>
  openEmbeddedStore(FOLDER, { now: () => new Date(), files, checkpointBytes: 8_000, onFatal, warn: () => {} });

const emptyDisk = (): MemoryDisk => new MemoryDisk([["/", "folder"]]);

/** The drafts as they have to be: the number that was last saved, by id. */
type Saved = Map<string, number>;

async function check(store: Store, saved: Saved): Promise<void> {
  const drafts = await store.drafts();
  expect(drafts.map(({ id, version, state }) => [id, version, state.title])).toEqual(
    [...saved].map(([id, number]) => [id, number, `${number}`]),
  );
}

/** Saves two drafts together; says what it was refused with, if it was. */
async function save(store: Store, saved: Saved, number: number): Promise<unknown> {
  const ids = ["d-1", `d-${2 + (number % 3)}`];
  const records = ids.map((id) => {
    const from = saved.get(id) ?? 0;
    return { kind: "draft" as const, id, from, state: { ...draft(`${from + 1}`), text: FILLING } };
  });
  try {
    await store.commit(change(records));
  } catch (error) {
    return error;
  }
  for (const id of ids) saved.set(id, (saved.get(id) ?? 0) + 1);
  return null;
}

const inOrder = (saved: Saved): Saved => new Map([...saved].sort(([one], [other]) => (one < other ? -1 : 1)));

/** Works on a store until the end; gives what was refused, and has the state checked after each step. */
async function workThrough(store: Store): Promise<{ refused: unknown[]; saved: Saved }> {
  const saved: Saved = new Map();
  const refused: unknown[] = [];
  for (let number = 0; number < ROUNDS; number++) {
    refused.push(await save(store, saved, number));
    refused.push(
      await store.keepDocument(Readable.from([Buffer.from(`document ${number}`)])).then(
        () => null,
        (error) => error,
      ),
    );
    await check(store, inOrder(saved));
  }
  await store.close();
  return { refused: refused.filter((error) => error !== null), saved: inOrder(saved) };
}

/** How many writes, and syncs, there are when all goes well. */
async function countCalls(): Promise<{ opening: number; writes: number; openingSyncs: number; syncs: number }> {
  const counted = new FaultyFiles(emptyDisk().files, { fault: "EIO" });
  const store = await open(counted.files);
  const { writes: opening, syncs: openingSyncs } = counted;
  await workThrough(store);
  return { opening, writes: counted.writes, openingSyncs, syncs: counted.syncs };
}

const REFUSAL: Record<Fault, unknown> = {
  ENOSPC: StoreFull,
  EIO: StoreUnavailable,
  "short write": null,
  "short write, then ENOSPC": StoreFull,
  "short write, then EIO": StoreUnavailable,
};

describe.each(Object.keys(REFUSAL) as Fault[])("%s", { timeout: 60_000 }, (fault) => {
  it("at any write is refused, leaves the state as it was, and is over when it is over", async () => {
    const { opening, writes } = await countCalls();
    expect(writes - opening).toBeGreaterThan(ROUNDS * 3);
    let refusals = 0;
    for (let write = opening; write < writes; write++) {
      const disk = emptyDisk();
      const faulty = new FaultyFiles(disk.files, { write, fault });
      const { refused, saved } = await workThrough(await open(faulty.files));
      expect(faulty.struck).toBe(true);
      expect(refused.length).toBeLessThanOrEqual(1);
      for (const error of refused) expect(error).toBeInstanceOf(REFUSAL[fault]);
      refusals += refused.length;
      const store = await open(disk.files);
      await check(store, saved);
      await store.close();
    }
    if (REFUSAL[fault] === null) expect(refusals).toBe(0);
    else expect(refusals).toBeGreaterThan(ROUNDS);
  });

  it("at any write of the first start: the next start is as if there had been none", async () => {
    const { opening } = await countCalls();
    for (let write = 0; write < opening; write++) {
      const disk = emptyDisk();
      await open(new FaultyFiles(disk.files, { write, fault }).files).then(
        (store) => store.close(),
        () => {},
      );
      const { refused } = await workThrough(await open(disk.files));
      expect(refused).toEqual([]);
    }
  });
});

describe("a sync that fails", { timeout: 60_000 }, () => {
  it("ends the store where it is the journal's, and is never tried again", async () => {
    const { openingSyncs, syncs } = await countCalls();
    let ended = 0;
    for (let sync = openingSyncs; sync < syncs; sync++) {
      const disk = emptyDisk();
      const faulty = new FaultyFiles(disk.files, { sync, fault: "EIO" });
      const fatal: Error[] = [];
      const store = await open(faulty.files, (error) => fatal.push(error));
      const saved: Saved = new Map();
      let refused: unknown = null;
      for (let number = 0; number < ROUNDS && refused === null; number++) {
        refused = await save(store, saved, number);
        await store.keepDocument(Readable.from([Buffer.from(`document ${number}`)])).catch(() => {});
      }
      expect(fatal.length).toBe(refused === null ? 0 : 1);
      if (refused !== null) {
        ended++;
        expect(refused).toBeInstanceOf(StoreUnavailable);
        const { syncs: before } = faulty;
        expect(await save(store, saved, 0)).toBeInstanceOf(StoreUnavailable);
        expect(faulty.syncs).toBe(before);
      }
      await store.close();
      const again = await open(disk.files);
      for (const [id, number] of saved) expect((await again.draft(id))?.version).toBeGreaterThanOrEqual(number);
      await again.close();
    }
    expect(ended).toBe(ROUNDS);
  });
});
