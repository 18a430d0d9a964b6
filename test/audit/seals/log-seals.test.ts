import { appendFile, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { treeOf } from "../../../server/audit/merkle/tree-of.ts";
import { Contradiction } from "../../../server/audit/seals/contradiction.ts";
import { lockSeals } from "../../../server/audit/seals/lock-seals.ts";
import { LogSeals } from "../../../server/audit/seals/log-seals.ts";
import { sealHash } from "../../../server/audit/seals/seal.ts";
import { type SealFolder, sealFolder } from "../../../server/audit/seals/seal-folder.ts";
import type { Log } from "../../../server/audit/seals/sealed-tree.ts";
import { readSeals } from "../../../server/audit/seals/seals-file.ts";
import { signingKey } from "../../../server/audit/seals/signing-key.ts";
import { temporaryFolder } from "../../temporary-folder.ts";
import { logOf, writeLog } from "../written-log.ts";

const LONG = writeLog(700);
let folder: SealFolder;

beforeEach(async () => {
  folder = sealFolder(join(temporaryFolder("seals"), "seals"));
});

const start = async (log: Log): Promise<LogSeals> =>
  new LogSeals(log, folder, await signingKey(folder), { now: () => new Date("2025-03-20T10:00:00Z") });

const filed = async () => {
  const seals = [];
  for await (const { seal } of readSeals(folder.checkpoints, 0, (await stat(folder.checkpoints)).size))
    seals.push(seal);
  return seals;
};

/** Counts the events that are read of a log. */
function counting(log: Log): Log & { read: number } {
  const counted = {
    read: 0,
    head: log.head,
    async *events(from?: number, to?: number) {
      for await (const event of log.events(from, to)) {
        counted.read += 1;
        yield event;
      }
    },
  };
  return counted;
}

describe("the seals of a log", () => {
  it("say how many events there are and their root, one after the other", async () => {
    const events = LONG.slice(0, 3);
    const seals = await start(logOf(events));
    await seals.extend();
    events.push(...LONG.slice(3, 300));
    await seals.extend();
    const [first, second] = await filed();
    expect(first).toMatchObject({ number: 1, size: 3, root: (await treeOf(logOf(LONG.slice(0, 3)).events())).root() });
    expect(second).toMatchObject({ number: 2, size: 300, after: first && sealHash(first) });
    expect(second?.root).toEqual((await treeOf(logOf(LONG).events(0, 300))).root());
  });

  it("are not added to where nothing happened, nor for an empty log", async () => {
    const events: string[] = [];
    const seals = await start(logOf(events));
    await seals.extend();
    expect(await readFile(folder.checkpoints).catch(() => "none")).toBe("none");
    events.push(...LONG.slice(0, 2));
    await seals.extend();
    await seals.extend();
    expect(await filed()).toHaveLength(1);
  });

  it("are gone on with after a restart, without reading the whole log again", async () => {
    await (await start(logOf(LONG.slice(0, 600)))).extend();
    const log = counting(logOf(LONG));
    await (await start(log)).extend();
    expect(log.read).toBe(700 - 512);
    const [first, second] = await filed();
    expect(second).toMatchObject({ number: 2, size: 700, after: first && sealHash(first) });
  });

  it("are gone on with from the log where the tiles are lost or wrong", async () => {
    await (await start(logOf(LONG.slice(0, 600)))).extend();
    await writeFile(folder.tiles, Buffer.alloc(64, 9));
    await (await start(logOf(LONG))).extend();
    await rm(folder.tiles);
    await (await start(logOf([...LONG, ...LONG]))).extend();
    expect((await filed()).map((seal) => seal?.size)).toEqual([600, 700, 1400]);
    expect((await readFile(folder.tiles)).length).toBe(5 * 32);
  });

  it("are cut where one was not written to its end", async () => {
    await (await start(logOf(LONG.slice(0, 5)))).extend();
    await appendFile(folder.checkpoints, "qagida/0\n7\n");
    await (await start(logOf(LONG.slice(0, 7)))).extend();
    expect((await filed()).map((seal) => seal?.size)).toEqual([5, 7]);
  });

  it("of several processes form one series", async () => {
    const events = LONG.slice(0, 5);
    const [one, other] = [await start(logOf(events)), await start(logOf(events))];
    for (let size = 10; size <= 100; size += 10) {
      events.push(...LONG.slice(events.length, size));
      await Promise.all([one.extend(), other.extend()]);
    }
    await one.extend();
    const seals = await filed();
    expect(seals.map((seal) => seal?.number)).toEqual(seals.map((_, at) => at + 1));
    expect(seals.at(-1)?.size).toBe(100);
    for (const [at, seal] of seals.entries()) if (at > 0) expect(seal?.after).toBe(sealHash(seals[at - 1] as never));
  });

  it("wait while another process seals", async () => {
    const seals = await start(logOf(LONG.slice(0, 5)));
    const release = await lockSeals(folder);
    await seals.extend();
    expect(await lockSeals(folder)).toBeNull();
    expect(seals.last).toBeNull();
    await release?.();
    await seals.extend();
    expect(seals.last?.size).toBe(5);
  });
});

describe("a log that contradicts its last seal", () => {
  const refused = (log: Log) => start(log).then((seals) => seals.extend());

  it("because it is shorter is not sealed", async () => {
    await (await start(logOf(LONG.slice(0, 600)))).extend();
    await expect(refused(logOf(LONG.slice(0, 599)))).rejects.toMatchObject({ code: "truncated" });
  });

  it("because its end is another is not sealed", async () => {
    await (await start(logOf(LONG.slice(0, 600)))).extend();
    const other = writeLog(700, (seq) => (seq >= 590 ? "Other" : `Name ${seq}`));
    await expect(refused(logOf(other))).rejects.toMatchObject({ code: "forked" });
    expect(await filed()).toHaveLength(1);
  });

  it("because the seals were signed with another key is not sealed", async () => {
    await (await start(logOf(LONG.slice(0, 6)))).extend();
    await rm(folder.privateKey);
    await rm(folder.verifierKey);
    await expect(refused(logOf(LONG))).rejects.toThrow(/private-key\.pem is missing/);
  });

  it("because the seals were taken away while it was sealed is not sealed", async () => {
    const events = LONG.slice(0, 6);
    const seals = await start(logOf(events));
    await seals.extend();
    await truncate(folder.checkpoints, 0);
    events.push(...LONG.slice(6, 9));
    await expect(seals.extend()).rejects.toThrow(Contradiction);
  });
});

describe("the key of the seals", () => {
  it("is made at the first start, and its private half is for its owner alone", async () => {
    const { name } = await signingKey(folder);
    expect((await stat(folder.privateKey)).mode & 0o777).toBe(0o600);
    expect((await signingKey(folder)).name).toBe(name);
    expect(await readFile(folder.verifierKey, "utf8")).toContain(`${name}+`);
  });

  it("is one, where several processes start at once", async () => {
    const signers = await Promise.all([signingKey(folder), signingKey(folder), signingKey(folder)]);
    expect(new Set(signers.map(({ name }) => name)).size).toBe(1);
  });

  it("is refused where its halves do not belong together", async () => {
    await signingKey(folder);
    const other = sealFolder(`${folder.path}-other`);
    await signingKey(other);
    await writeFile(folder.verifierKey, await readFile(other.verifierKey));
    await expect(signingKey(folder)).rejects.toThrow(/not the public half/);
  });
});
