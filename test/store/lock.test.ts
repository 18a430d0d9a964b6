import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { takeLock } from "../../server/store/embedded/lock.ts";
import { NODE_FILES } from "../../server/store/embedded/node-files.ts";
import { openEmbeddedStore } from "../../server/store/embedded/open-embedded-store.ts";
import { type ProcessIdentity, thisProcess } from "../../server/store/embedded/process-identity.ts";
import { temporaryFolder } from "../temporary-folder.ts";

async function temporary(): Promise<string> {
  const folder = temporaryFolder("lock");
  return folder;
}

const leave = (folder: string, holder: Partial<ProcessIdentity>): Promise<void> =>
  writeFile(join(folder, "lock"), JSON.stringify({ ...thisProcess(), ...holder }));

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await once(child, "exit");
  return child.pid as number;
}

const refusal = { name: "StoreRefused", code: "locked" };

describe("the lock of a folder", () => {
  it("keeps a second store out, says which process is in there, and lets it in afterwards", async () => {
    const folder = await temporary();
    const store = await openEmbeddedStore(folder, { now: () => new Date() });
    const second = openEmbeddedStore(folder, { now: () => new Date() });
    await expect(second).rejects.toMatchObject(refusal);
    await expect(second).rejects.toThrow(`${folder} is in use by another process (${process.pid})`);
    await store.close();
    await (await openEmbeddedStore(folder, { now: () => new Date() })).close();
    expect(await readdir(folder)).toEqual(["documents", "journal.ndjson", "state"]);
  });

  it("keeps out who comes while another process is alive", async () => {
    const folder = await temporary();
    const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"], { stdio: "ignore" });
    onTestFinished(() => void child.kill("SIGKILL"));
    await leave(folder, { pid: child.pid as number, started: null });
    await expect(takeLock(NODE_FILES, folder)).rejects.toMatchObject(refusal);
  });

  it("is taken over from a process that is dead", async () => {
    const folder = await temporary();
    await leave(folder, { pid: await deadPid() });
    await (await takeLock(NODE_FILES, folder))();
    expect(await readdir(folder)).toEqual([]);
  });

  const GONE: [what: string, holder: Partial<ProcessIdentity>][] = [
    ["an earlier boot of the machine", { boot: "earlier" }],
    ["an earlier start of the container", { namespace: "pid:[1]" }],
  ];
  it.each(GONE)("is taken over from %s", async (_, holder) => {
    const folder = await temporary();
    await leave(folder, holder);
    await (await takeLock(NODE_FILES, folder))();
  });

  it.runIf(thisProcess().started !== null)("is taken over where the pid was given to another process", async () => {
    const folder = await temporary();
    await leave(folder, { started: "1" });
    await (await takeLock(NODE_FILES, folder))();
  });

  it("is not taken over from another container, whose processes cannot be seen", async () => {
    const folder = await temporary();
    await leave(folder, { namespace: "pid:[1]", host: "another" });
    await expect(takeLock(NODE_FILES, folder)).rejects.toThrow(join(folder, "lock"));
  });

  it.each(["", "{", "\u0000\u0000\u0000"])("is taken over where a loss of power left %j of it", async (text) => {
    const folder = await temporary();
    await writeFile(join(folder, "lock"), text);
    await (await takeLock(NODE_FILES, folder))();
  });

  it("is taken over by one of many who try at once", { timeout: 60_000 }, async () => {
    for (let round = 0; round < 20; round++) {
      const folder = await temporary();
      await leave(folder, { boot: "earlier" });
      const results = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(NODE_FILES, folder)));
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const holder = JSON.parse(await readFile(join(folder, "lock"), "utf8"));
      expect(holder).toMatchObject(thisProcess());
      expect(await readdir(folder)).toEqual(["lock"]);
    }
  });
});
