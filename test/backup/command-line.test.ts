import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from "vitest";
import { openStore } from "../../server/store/open-store.ts";
import { qagida } from "../cli/qagida.ts";
import { startPostgresql, type TestServer } from "../store/postgresql.ts";
import { chamberWith } from "../store/sample.ts";
import { temporaryFolder } from "../temporary-folder.ts";

vi.setConfig({ testTimeout: 60_000 });

let server: TestServer;
beforeAll(async () => {
  server = await startPostgresql();
}, 60_000);
afterAll(() => server?.stop());

const now = () => new Date();
const ROOT = /Merkle tree: ([0-9a-f]{64})/;

/** A folder with a store in `data` that a server might be at work on. */
async function folderInUse(): Promise<string> {
  const folder = temporaryFolder("command");
  const store = await openStore({ dataFolder: join(folder, "data"), databaseUrl: null, now });
  onTestFinished(() => store.close());
  await store.commit(chamberWith("almaty", 3));
  return folder;
}

it("backs up while the store is in use, restores into an empty folder, and says how to go over to it", async () => {
  const folder = await folderInUse();
  const file = join(folder, "backup");
  const made = await qagida(["backup", file], "", { QAGIDA_DATA: join(folder, "data") });
  expect(made, made.stderr).toMatchObject({ code: 0, stdout: "" });
  expect(made.stderr).toContain("Backed up 1 event and 0 documents.");

  const intoUsed = await qagida(["restore", file], "", { QAGIDA_DATA: join(folder, "data") });
  expect(intoUsed.code).toBe(2);
  expect(intoUsed.stderr).toMatch(/data: There are data here already.*QAGIDA_DATA=restored/);

  const restored = await qagida(["restore", file], "", { QAGIDA_DATA: join(folder, "restored") });
  expect(restored).toMatchObject({ code: 0, stdout: "" });
  expect(restored.stderr).toContain("Restored and verified 1 event");
  expect(ROOT.exec(restored.stderr)?.[1]).toBe(ROOT.exec(made.stderr)?.[1]);
});

it("backs up to standard output and restores from standard input, into a database", async () => {
  const folder = await folderInUse();
  const file = join(folder, "backup");
  await qagida(["backup", file], "", { QAGIDA_DATA: join(folder, "data") });
  const DATABASE_URL = await server.createDatabase();
  const restored = await qagida(["restore", "-"], [await readFile(file)], { DATABASE_URL });
  expect(restored).toMatchObject({ code: 0 });
  expect(restored.stderr).toContain("PostgreSQL");
  expect(restored.stderr).not.toContain("postgresql://");
  const again = await qagida(["backup", "-"], "", { DATABASE_URL });
  expect(again.code).toBe(0);
  expect(again.stdout.length).toBeGreaterThan(100);
});

it.each([
  ["a file that is no backup", async (file: string) => writeFile(file, "{}"), "This is not a backup"],
  ["no file", async () => undefined, "There is no file"],
])("refuses %s in a sentence", async (_, prepare, sentence) => {
  const folder = temporaryFolder("command");
  await prepare(join(folder, "file"));
  const refused = await qagida(["restore", join(folder, "file")], "", { QAGIDA_DATA: join(folder, "data") });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain(sentence);
  expect(await readdir(folder)).not.toContain("data");
});

it("backs up no store that is not there, and makes none", async () => {
  const folder = temporaryFolder("command");
  const refused = await qagida(["backup", join(folder, "file")], "", { QAGIDA_DATA: join(folder, "data") });
  expect(refused).toMatchObject({ code: 2 });
  expect(refused.stderr).toContain("There is no store here");
  expect(await readdir(folder)).toEqual([]);
});

it("copies a store to PostgreSQL and back, and refuses a store that is in use or a place that is not empty", async () => {
  const folder = await folderInUse();
  const file = join(folder, "backup");
  await qagida(["backup", file], "", { QAGIDA_DATA: join(folder, "data") });
  await qagida(["restore", file], "", { QAGIDA_DATA: join(folder, "still") });
  const database = await server.createDatabase();

  const there = await qagida(["store", "copy", join(folder, "still"), database]);
  expect(there.code, there.stderr).toBe(0);
  const back = await qagida(["store", "copy", database, join(folder, "back")]);
  expect(back.code, back.stderr).toBe(0);
  expect(ROOT.exec(there.stderr)?.[1]).toBe(ROOT.exec(back.stderr)?.[1]);

  const again = await qagida(["store", "copy", database, join(folder, "back")]);
  expect(again).toMatchObject({ code: 2 });
  expect(again.stderr).toContain("There are data here already");
  const used = await qagida(["store", "copy", join(folder, "data"), join(folder, "other")]);
  expect(used).toMatchObject({ code: 2 });
  expect(used.stderr).toContain("is in use by another process");
  const missing = await qagida(["store", "copy", join(folder, "nowhere"), join(folder, "other")]);
  expect(missing).toMatchObject({ code: 2 });
  expect(missing.stderr).toContain("There is no store here");
});
