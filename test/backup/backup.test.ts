import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { backUpIntoFile } from "../../server/backup/back-up.ts";
import { restore } from "../../server/backup/restore.ts";
import { openLog } from "../../server/store/open-log.ts";
import { openStore, type StoreOptions } from "../../server/store/open-store.ts";
import { differingRecords } from "../../server/store/prove-records.ts";
import type { Store } from "../../server/store/store.ts";
import { startPostgresql, type TestServer } from "../store/postgresql.ts";
import { account, caseChange, chamberWith, change, decisionChange } from "../store/sample.ts";
import { SOAK } from "../store/soak.ts";
import { temporaryFolder } from "../temporary-folder.ts";

vi.setConfig({ testTimeout: 60_000 });

let server: TestServer;
beforeAll(async () => {
  server = await startPostgresql();
}, 60_000);
afterAll(() => server?.stop());

const now = () => new Date();
const FLIPS = SOAK ? 1000 : 60;
const MADE_AT = "2026-01-01T00:00:00.000Z";
const CERTIFICATE = Buffer.alloc(700_000, "сертификат");
const CERTIFICATE_SHA256 = createHash("sha256").update(CERTIFICATE).digest("hex");

const PLACES: [kind: string, place: (folder: string) => Promise<StoreOptions>][] = [
  ["embedded", async (folder) => ({ dataFolder: join(folder, "data"), databaseUrl: null, now })],
  ["PostgreSQL", async () => ({ dataFolder: "", databaseUrl: await server.createDatabase(), now })],
];

/** A chamber's year with a decision, a document, and an account that was removed. */
async function fill(store: Store): Promise<void> {
  await store.commit(chamberWith("almaty", 3));
  await store.commit(change([caseChange("almaty", 2024, "c-1"), decisionChange("almaty", 2024, "c-1")]));
  await store.commit(change([caseChange("almaty", 2024, "c-1", 1, 5)], { reason: "Толықтырылды", submission: "s-1" }));
  await store.keepDocument(Readable.from([CERTIFICATE]));
  const state = {
    name: "Сертификат 17.pdf",
    sha256: CERTIFICATE_SHA256,
    mediaType: "application/pdf",
    bytes: CERTIFICATE.length,
    case: "almaty/2024/c-1",
  };
  await store.commit(change([{ kind: "document", id: `almaty/2024/c-1/${CERTIFICATE_SHA256}`, from: 0, state }]));
  await store.commit(change([{ kind: "account", id: "acc-1", from: 0, state: account("aigul") }]));
  await store.commit(change([{ kind: "account", id: "acc-1", from: 1, state: null }]));
}

async function linesOf(store: Store, below?: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const { line } of store.events(0, below)) lines.push(line);
  return lines;
}

async function backUpOf(options: StoreOptions, file: string) {
  const log = await openLog(options);
  try {
    return await backUpIntoFile(file, log, MADE_AT);
  } finally {
    await log.close();
  }
}

const restoreFile = async (options: StoreOptions, file: string) =>
  restore(options, Readable.from([await readFile(file)]));

/** A backup of a filled store, and the lines of its log. */
async function filledBackup(folder: string): Promise<{ file: string; lines: string[] }> {
  const options = { dataFolder: join(folder, "from"), databaseUrl: null, now };
  const store = await openStore(options);
  await fill(store);
  const lines = await linesOf(store);
  await store.close();
  const file = join(folder, "backup");
  await backUpOf(options, file);
  return { file, lines };
}

describe.each(PLACES)("from %s", (_, from) => {
  it.each(PLACES)("to %s: all is there again, while the store is in use", async (_, to) => {
    const folder = temporaryFolder("backup");
    const source = await from(folder);
    const store = await openStore(source);
    onTestFinished(() => store.close());
    await fill(store);
    const file = join(folder, "backup");
    const made = await backUpOf(source, file);
    expect(made).toMatchObject({ events: 6, documents: 1 });
    expect((await stat(file)).mode & 0o777).toBe(0o600);

    const target = await to(join(folder, "restored"));
    if (target.databaseUrl === null) await mkdir(join(folder, "restored"));
    expect(await restoreFile(target, file)).toEqual(made);
    const restored = await openStore(target);
    onTestFinished(() => restored.close());
    expect(await linesOf(restored)).toEqual(await linesOf(store));
    expect(await restored.case("almaty/2024/c-1")).toEqual(await store.case("almaty/2024/c-1"));
    expect(await restored.accountNamed("aigul")).toBeNull();
    const document = await restored.document(CERTIFICATE_SHA256);
    expect(document && (await buffer(document)).equals(CERTIFICATE)).toBe(true);
    expect(await restored.commit(change([caseChange("almaty", 2024, "c-2")]))).toMatchObject({ seq: 6 });
  });

  it("under load: a whole beginning of the log, with the records as they were then", async () => {
    const folder = temporaryFolder("backup");
    const source = await from(folder);
    const store = await openStore(source);
    onTestFinished(() => store.close());
    await store.commit(chamberWith("almaty", 200));
    let stop = false;
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let at = writer + 1; at <= 200 && !stop; at += 4)
        for (const year of [2023, 2024]) {
          const who = `c-${at}`;
          await store.commit(change([caseChange("almaty", year, who), decisionChange("almaty", year, who)]));
        }
    });
    const [made, second] = [await backUpOf(source, join(folder, "1")), await backUpOf(source, join(folder, "2"))];
    stop = true;
    await Promise.all(writers);
    expect(second.events).toBeGreaterThan(made.events);

    const target = { dataFolder: join(folder, "restored"), databaseUrl: null, now };
    await restoreFile(target, join(folder, "2"));
    const restored = await openStore(target);
    onTestFinished(() => restored.close());
    expect(await linesOf(restored)).toEqual(await linesOf(store, second.events));
    expect(await differingRecords(restored)).toEqual([]);
  });
});

describe("a backup is refused", () => {
  const refusal = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });

  it("where a byte of it is another, wherever that is: nothing is restored, or everything as it was", async () => {
    const folder = temporaryFolder("backup");
    const { file, lines } = await filledBackup(folder);
    const good = await readFile(file);
    for (let at = 0; at < good.length; at += Math.ceil(good.length / FLIPS)) {
      const bytes = Buffer.from(good);
      bytes[at] = (bytes[at] as number) ^ (1 << (at % 8));
      const target = { dataFolder: join(folder, `restored-${at}`), databaseUrl: null, now };
      const refused = await restore(target, Readable.from([bytes])).then(
        () => null,
        (error) => error,
      );
      if (refused) {
        expect(["not-a-backup", "backup-torn", "backup-altered"], `byte ${at}`).toContain(refused.problem?.code);
        expect((await readdir(folder)).filter((name) => name.startsWith("restored"))).toEqual([]);
        continue;
      }
      expect(at, "only what gzip says of the file's time and system").toBeLessThan(10);
      const restored = await openStore(target);
      expect(await linesOf(restored)).toEqual(lines);
      await restored.close();
      await rm(target.dataFolder, { recursive: true });
    }
  }, 600_000);

  it.each([
    ["a letter of an event", (text: string) => text.replace("Салық даулары 1", "Салық даулары 9"), "backup-altered"],
    ["an event left out", (text: string) => text.replace(/\{"seq":3.*\n/, ""), "backup-altered"],
    [
      "two events exchanged",
      (text: string) => text.replace(/(\{"seq":1.*\n)(\{"seq":2.*\n)/, "$2$1"),
      "backup-altered",
    ],
    ["a document left out", (text: string) => text.replace(/\{"document".*\n/g, ""), "backup-altered"],
    [
      "a part of a document left out",
      (text: string) => text.replace(/(\{"document".*\n)\{"document".*\n/, "$1"),
      "backup-altered",
    ],
    ["no trailer", (text: string) => text.replace(/\{"end".*\n/, ""), "backup-torn"],
    ["something behind the trailer", (text: string) => `${text}{"seq":6}\n`, "backup-altered"],
    ["another format", (text: string) => text.replace("qagida-backup", "else"), "not-a-backup"],
    ["a later version", (text: string) => text.replace('"version":1', '"version":2'), "backup-too-new"],
  ])("with %s", async (_, edit, code) => {
    const folder = temporaryFolder("backup");
    const { file } = await filledBackup(folder);
    const text = gunzipSync(await readFile(file)).toString();
    expect(edit(text)).not.toBe(text);
    await writeFile(file, gzipSync(edit(text)));
    for (const [, place] of PLACES) {
      const target = await place(join(folder, "restored"));
      await mkdir(join(folder, "restored"), { recursive: true });
      await expect(restoreFile(target, file)).rejects.toEqual(refusal(code));
      const left = await openStore(target);
      expect(await left.head()).toEqual({ size: 0 });
      await left.close();
    }
  });

  it("where it is torn off anywhere", async () => {
    const folder = temporaryFolder("backup");
    const { file } = await filledBackup(folder);
    const good = await readFile(file);
    for (const length of [0, 1, 9, 11, 500, good.length >> 1, good.length - 9, good.length - 1]) {
      const target = { dataFolder: join(folder, "restored"), databaseUrl: null, now };
      const torn = restore(target, Readable.from([good.subarray(0, length)]));
      await expect(torn).rejects.toEqual(refusal(length < 12 ? "not-a-backup" : "backup-torn"));
    }
  });

  it.each(PLACES)("where %s holds data", async (_, place) => {
    const folder = temporaryFolder("backup");
    const { file } = await filledBackup(folder);
    const target = await place(folder);
    const store = await openStore(target);
    await store.commit(chamberWith("astana"));
    await store.close();
    await expect(restoreFile(target, file)).rejects.toEqual(refusal("place-not-empty"));
    const same = await openStore(target);
    expect((await same.chambers()).map(({ id }) => id)).toEqual(["astana"]);
    await same.close();
  });
});

it("leaves the backup before it where a new one cannot be made", async () => {
  const folder = temporaryFolder("backup");
  const { file } = await filledBackup(folder);
  const before = await readFile(file);
  await rm(join(folder, "from", "documents"), { recursive: true });
  await expect(backUpOf({ dataFolder: join(folder, "from"), databaseUrl: null, now }, file)).rejects.toThrow("missing");
  expect(await readFile(file)).toEqual(before);
  expect((await readdir(folder)).sort()).toEqual(["backup", "from"]);
});
