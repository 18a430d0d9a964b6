import { beforeAll, describe, expect, it } from "vitest";
import { Random } from "../../server/demo/random.ts";
import type { Files, OpenFile } from "../../server/store/embedded/files.ts";
import { acknowledgedBy } from "./power-loss/acknowledged.ts";
import { afterRestart } from "./power-loss/after-restart.ts";
import { type Fate, Ledger } from "./power-loss/ledger.ts";
import { MemoryDisk } from "./power-loss/memory-disk.ts";
import { proveNothingLost } from "./power-loss/prove.ts";
import { STOCK_FILE, workWithStockAdapter } from "./power-loss/stock-adapter.ts";
import { FOLDER, openOn, work } from "./power-loss/workload.ts";
import { chamberWith } from "./sample.ts";
import { SOAK, seedOf } from "./soak.ts";

const IMAGES = SOAK ? 6000 : 600;
const FATES: readonly Fate[] = ["dropped", "chance", "kept", "chance", "chance"];

/** A run of the store, and the log that it ended with. */
interface Run {
  disk: MemoryDisk;
  lines: string[];
}

async function record(filesOf: (disk: MemoryDisk) => Files): Promise<Run> {
  const disk = new MemoryDisk([["/", "folder"]]);
  await work(disk, filesOf(disk));
  const operations = disk.operations.length;
  const store = await openOn(disk.files);
  const lines: string[] = [];
  for await (const { line } of store.events()) lines.push(line);
  await store.close();
  disk.operations.length = operations;
  return { disk, lines };
}

/** Where the power is cut, and what becomes of what was not synced. */
interface Cut {
  step: number;
  fate: Fate;
}

/** Starts again on what the loss of power left, and looks for what was acknowledged before it. */
async function prove(image: MemoryDisk, { lines, disk }: Run, { step }: Cut): Promise<void> {
  const store = await openOn(afterRestart(image).files);
  await proveNothingLost(store, lines, acknowledgedBy(disk.operations.slice(0, step)));
  if ((await store.head()).size === 0) await store.commit(chamberWith("almaty"));
  await store.close();
}

/** Tries the cuts, in the order of their steps; tells what was found in each one that failed. */
async function failuresOf(run: Run, cuts: readonly Cut[], seed: number): Promise<string[]> {
  const failures: string[] = [];
  const random = new Random(seed);
  const ledger = new Ledger();
  let taken = 0;
  for (const cut of cuts) {
    for (const operation of run.disk.operations.slice(taken, cut.step)) ledger.take(operation);
    taken = cut.step;
    const found = await prove(ledger.cut(cut.fate, random), run, cut).catch((error: Error) => error);
    if (found) failures.push(`step ${cut.step}, ${cut.fate}: ${found.message}`);
  }
  return failures;
}

/** So many cuts, spread evenly over the steps. */
const cutsOf = ({ disk }: Run, images: number): Cut[] =>
  Array.from({ length: images }, (_, image) => ({
    step: Math.floor((image * (disk.operations.length + 1)) / images),
    fate: FATES[image % FATES.length] as Fate,
  }));

/** The files, but what is asked to be synced is not, where the path says so. */
const withoutSync = (files: Files, isMeant: (path: string) => boolean): Files => {
  const leave = (file: OpenFile, path: string): OpenFile => (isMeant(path) ? { ...file, sync: async () => {} } : file);
  return {
    ...files,
    create: async (path) => leave(await files.create(path), path),
    edit: async (path) => leave(await files.edit(path), path),
    syncFolder: async (path) => {
      if (!isMeant(`${path}/`)) await files.syncFolder(path);
    },
  };
};

describe("a loss of power", () => {
  const seed = seedOf();
  let run: Run;

  beforeAll(async () => {
    run = await record(({ files }) => files);
    console.log(`seed ${seed}: ${run.disk.operations.length} operations, ${IMAGES} images`);
  });

  it("happens in the midst of checkpoints, stops and starts", () => {
    const count = (pattern: RegExp): number =>
      run.disk.operations.filter((one) => one.kind === "rename" && pattern.test(one.to)).length;
    expect(count(/manifest\.json$/)).toBeGreaterThan(10);
    expect(count(/cases~almaty~2023/)).toBeGreaterThan(5);
    expect(acknowledgedBy(run.disk.operations).events.length).toBeGreaterThan(100);
  });

  it("loses nothing that was acknowledged, at any step, whatever becomes of what was not synced", {
    timeout: 600_000,
  }, async () => {
    expect(await failuresOf(run, cutsOf(run, IMAGES), seed)).toEqual([]);
  });
});

describe("the proof itself", { timeout: 60_000 }, () => {
  it("finds what lowdb's own adapter loses", async () => {
    const disk = new MemoryDisk([["/", "folder"]]);
    await workWithStockAdapter(disk);
    const random = new Random(1);
    let failed = 0;
    const ledger = new Ledger();
    for (const [step, operation] of disk.operations.entries()) {
      ledger.take(operation);
      const before = disk.operations.slice(0, step + 1);
      const held = ledger.cut("chance", random).read(STOCK_FILE)?.toString() ?? "";
      if (acknowledgedBy(before).events.some((event) => !eventsIn(held).includes(event))) failed++;
    }
    expect(failed).toBeGreaterThan(20);
  });

  it("finds what is lost where the state's files are written as lowdb's own adapter does, without a sync", async () => {
    const run = await record(({ files }) => withoutSync(files, (path) => path.startsWith(`${FOLDER}/state/`)));
    expect((await failuresOf(run, cutsOf(run, 100), 1)).length).toBeGreaterThan(20);
  });

  it("finds what is lost where the journal is not synced", async () => {
    const run = await record(({ files }) => withoutSync(files, (path) => path.endsWith("journal.ndjson")));
    expect((await failuresOf(run, cutsOf(run, 100), 1)).length).toBeGreaterThan(20);
  });

  it("finds what is lost where the names of documents are not synced", async () => {
    const run = await record(({ files }) => withoutSync(files, (path) => path.startsWith(`${FOLDER}/documents/`)));
    expect((await failuresOf(run, cutsOf(run, 200), 1)).join("\n")).toContain("lost: document");
  });
});

/** The events in a file of the stock adapter; none where it is torn. */
function eventsIn(json: string): number[] {
  try {
    return (JSON.parse(json) as { events: number[] }).events;
  } catch {
    return [];
  }
}
