import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** Where the store is that is written to. */
export type WriterPlace = { folder: string } | { url: string };

export interface Written {
  client: number;
  number: number;
  seq: number;
}

/** The two drafts of a client, as they were found. */
export interface Found {
  client: number;
  one: string;
  other: string;
  version: number;
}

/** What a writer told until it was killed. */
export interface Told {
  /** How long it took to open the store, in milliseconds; null where it did not come so far. */
  opened: number | null;
  found: Found[];
  written: Written[];
  /** What it said on standard error: nothing, if all is well. */
  complaint: string;
}

const WRITER = fileURLToPath(new URL("writer.mjs", import.meta.url));

function listen(child: ChildProcess): { told: Told; ready: Promise<void>; ended: Promise<unknown> } {
  const told: Told = { opened: null, found: [], written: [], complaint: "" };
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const ready = new Promise<void>((resolve) => {
    lines.on("line", (line) => {
      if (!line.endsWith("}")) return; // The last line may be cut off: nobody was told anything by it.
      const { opened, found, written, ready } = JSON.parse(line);
      if (opened !== undefined) told.opened = opened;
      if (found) told.found.push(found);
      if (written) told.written.push(written);
      if (ready) resolve();
    });
    child.on("exit", () => resolve());
  });
  child.stderr?.on("data", (text) => {
    told.complaint += text;
  });
  return { told, ready, ended: Promise.all([once(child, "close"), once(lines, "close")]) };
}

/**
 * Has a writer write, and kills it.
 * @param after how long after it began to write, in milliseconds; below 0, so long after the process started
 */
export async function runWriter(place: WriterPlace, after: number): Promise<Told> {
  const child = spawn(process.execPath, [WRITER, JSON.stringify(place)], { stdio: ["ignore", "pipe", "pipe"] });
  const { told, ready, ended } = listen(child);
  if (after >= 0) await ready;
  await sleep(Math.abs(after));
  child.kill("SIGKILL");
  await ended;
  return told;
}
