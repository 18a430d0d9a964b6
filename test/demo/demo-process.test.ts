import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { treeOf } from "../../server/audit/merkle/tree-of.ts";
import { PROJECT_ROOT } from "../../server/project-root.ts";
import { openStore } from "../../server/store/open-store.ts";
import { todayInAlmaty } from "../../server/today.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { readCountry, rootOf } from "./small-country.ts";

const MAIN = join(PROJECT_ROOT, "dist", "server", "demo", "main.js");
const CONSULTANTS = 40;
let parent: string;
let folder: string;

beforeAll(() => {
  parent = temporaryFolder("demo");
  folder = join(parent, "demo");
});

afterAll(() => rmSync(parent, { recursive: true, force: true }));

const start = (...args: string[]): ChildProcess =>
  spawn(process.execPath, [MAIN, "--folder", folder, ...args], { env: { ...process.env, HOST: "", PORT: "0" } });

/** Starts the demo, stops it as soon as it listens, and gives what it said. */
async function startAndStop(...args: string[]): Promise<{ code: number | null; said: string; address: string | null }> {
  const child = start("--consultants", `${CONSULTANTS}`, ...args);
  let said = "";
  let address: string | null = null;
  child.stderr?.on("data", (chunk) => {
    said += chunk;
  });
  child.stdout?.on("data", (chunk) => {
    if (address) return;
    address = /"url":"([^"]+)"/.exec(`${chunk}`)?.[1] ?? null;
    if (address) child.kill("SIGTERM");
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, said, address };
}

it("makes the country in threads, the same as in one, and finds it there again", async () => {
  const first = await startAndStop();
  expect(first).toMatchObject({ code: 0, address: expect.stringContaining("http://127.0.0.1:") });
  expect(first.said).toContain(`Made a country of ${CONSULTANTS} consultants`);
  expect((await startAndStop()).said).not.toContain("Made");

  const settings = { seed: 2022, consultants: CONSULTANTS, today: todayInAlmaty() };
  const { length } = await readCountry(settings);
  const store = await openStore({ dataFolder: join(folder, "store"), databaseUrl: null, now: () => new Date() });
  try {
    const root = (await treeOf(store.events(0, length))).root();
    expect(Buffer.from(root).toString("hex")).toBe(await rootOf(settings));
  } finally {
    await store.close();
  }
}, 120_000);

it("keeps away from a country of other settings, from what is not its own, and from what it does not understand", async () => {
  expect(await startAndStop("--seed", "7")).toMatchObject({ code: 1, said: expect.stringContaining("--fresh") });
  expect(await startAndStop("--seed", "seven")).toMatchObject({
    code: 1,
    said: expect.stringContaining("--seed has to be"),
  });
  const refused = await startAndStop("--fresh", "--folder", parent);
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining("is not a folder of the demo") });
  expect(existsSync(folder)).toBe(true);
}, 60_000);
