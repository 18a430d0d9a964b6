import { expect, it } from "vitest";
import { Random } from "../../server/demo/random.ts";
import { openEmbeddedStore } from "../../server/store/embedded/open-embedded-store.ts";
import { differingRecords } from "../../server/store/prove-records.ts";
import type { EventQuery, Store } from "../../server/store/store.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { caseChange, caseRecord, chamber, chamberWith, change, OFFICER } from "./sample.ts";
import { seedOf } from "./soak.ts";

const YEARS = [2020, 2021, 2022, 2023, 2024, 2025];
const CONSULTANTS = 4;

async function temporary(): Promise<string> {
  const folder = temporaryFolder("paging");
  return folder;
}

/** A store that keeps next to nothing in memory, and writes its files all the time. */
const openForgetful = (folder: string): Promise<Store> =>
  openEmbeddedStore(folder, { now: () => new Date(), checkpointBytes: 10_000, memoryBytes: 0 });

/** Saves a random case again and again, and reads others meanwhile. */
async function work(store: Store, random: Random, versions: Map<string, number>, turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    const [year, who] = [random.of(YEARS), `c-${random.between(1, CONSULTANTS)}`];
    const id = `almaty/${year}/${who}`;
    const from = versions.get(id) ?? 0;
    const saved = store.commit(change([caseChange("almaty", year, who, from, random.between(0, 5))]));
    await Promise.all([saved, store.casesOf("almaty", random.of(YEARS)), store.case(`almaty/${random.of(YEARS)}/c-1`)]);
    versions.set(id, from + 1);
  }
}

it("keeps every record where partitions leave memory while they are written and read", {
  timeout: 60_000,
}, async () => {
  const folder = await temporary();
  const seed = seedOf();
  const random = new Random(seed);
  const versions = new Map<string, number>();
  let store = await openForgetful(folder);
  await store.commit(chamberWith("almaty", CONSULTANTS));
  for (let start = 0; start < 4; start++) {
    await work(store, random, versions, 100);
    expect(await differingRecords(store), `seed ${seed}`).toEqual([]);
    await store.close();
    store = await openForgetful(folder);
  }
  for (const [id, version] of versions) expect((await store.case(id))?.version, `seed ${seed}, ${id}`).toBe(version);
  await store.close();
});

it("finds events by the thousands, in blocks that are full, in the last one, and after a restart", {
  timeout: 60_000,
}, async () => {
  const folder = await temporary();
  let store = await openEmbeddedStore(folder, { now: () => new Date(), checkpointBytes: 400_000 });
  await store.commit(chamberWith("almaty", CONSULTANTS));
  const by = (number: number) => (number % 1000 === 0 ? { account: "acc-rare", name: "Rare" } : OFFICER);
  const rename = (number: number) =>
    change([{ kind: "chamber", id: `ch-${number}`, from: 0, state: chamber(`${number}`) }], { by: by(number) });
  for (let number = 1; number <= 9000; number += 500)
    await Promise.all(Array.from({ length: 500 }, (_, at) => store.commit(rename(number + at))));
  await store.commit(
    change([{ kind: "case", id: "almaty/2024/c-1", from: 0, state: caseRecord("almaty", 2024, "c-1") }]),
  );
  const find = async (query: EventQuery): Promise<number[]> => (await store.findEvents(query)).map(({ seq }) => seq);
  const expectFound = async (): Promise<void> => {
    expect(await find({ limit: 2 })).toEqual([9001, 9000]);
    expect(await find({ limit: 3, by: "acc-rare" })).toEqual([9000, 8000, 7000]);
    expect(await find({ limit: 99, by: "acc-rare", before: 3000 })).toEqual([2000, 1000]);
    for (const seq of [1, 4095, 4096, 4097, 8191, 8192, 9000])
      expect(await find({ limit: 9, record: `ch-${seq}` })).toEqual([seq]);
    expect(await find({ limit: 9, record: "almaty/2024/" })).toEqual([9001]);
    expect(await find({ limit: 9, record: "ch-9001" })).toEqual([]);
    expect((await store.event(4096))?.records[0]?.id).toBe("ch-4096");
  };
  await expectFound();
  await store.close();
  store = await openEmbeddedStore(folder, { now: () => new Date() });
  await expectFound();
  await store.close();
});
