import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { Low } from "lowdb";
import { JSONFile } from "lowdb/node";
import type { MemoryDisk } from "./memory-disk.ts";

const EVENTS = 20;
export const STOCK_FILE = "/data/db.json";

/** Runs what is given while what Node writes and renames goes to a disk in memory, operation by operation. */
async function onDisk(disk: MemoryDisk, run: () => Promise<void>): Promise<void> {
  const { writeFile, rename } = fs.promises;
  const write = async (path: string, text: string): Promise<void> => {
    if (disk.names.has(path)) await disk.files.remove(path);
    const file = await disk.files.create(path);
    await file.write(Buffer.from(text), 0);
    await file.close();
  };
  Object.assign(fs.promises, { writeFile: write, rename: disk.files.rename });
  syncBuiltinESMExports();
  try {
    await run();
  } finally {
    Object.assign(fs.promises, { writeFile, rename });
    syncBuiltinESMExports();
  }
}

/** Keeps events with lowdb's own adapter for files, and notes each one as acknowledged once `write` has answered. */
export async function workWithStockAdapter(disk: MemoryDisk): Promise<void> {
  await disk.files.makeFolder("/data");
  await disk.files.syncFolder("/");
  await onDisk(disk, async () => {
    const low = new Low<{ events: number[] }>(new JSONFile(STOCK_FILE), { events: [] });
    for (let event = 0; event < EVENTS; event++) {
      low.data.events.push(event);
      await low.write();
      disk.acknowledge(`event ${event}`);
    }
  });
}
