import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";

/** What a command did: its output in brief, how long it took, and the most memory it held. */
export interface ChildRun {
  code: number | null;
  lines: number;
  sha256: string;
  seconds: number;
  /** In MiB; null where the system does not tell. */
  peakMemory: number | null;
  oneCore: boolean;
}

const NEWLINE = 10;
const TASKSET = "/usr/bin/taskset";

function countLines(chunk: Buffer): number {
  let lines = 0;
  for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, at + 1)) lines++;
  return lines;
}

/** The peak resident memory of a process that is still running, where `/proc` tells it. */
function peakMemoryOf(process: number | undefined): number | null {
  try {
    const kibibytes = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${process}/status`, "utf8"))?.[1];
    return kibibytes ? Math.round(Number(kibibytes) / 1024) : null;
  } catch {
    return null;
  }
}

/** Runs a Node program on one core where `taskset` is at hand, reads its output and watches its memory. */
export function runNode(args: readonly string[]): Promise<ChildRun> {
  const oneCore = existsSync(TASKSET);
  const command = oneCore ? [TASKSET, "-c", "0", process.execPath, ...args] : [process.execPath, ...args];
  const began = performance.now();
  const child = spawn(command[0] as string, command.slice(1), { stdio: ["ignore", "pipe", "inherit"] });
  const hash = createHash("sha256");
  let lines = 0;
  let peakMemory: number | null = null;
  const watch = setInterval(() => {
    peakMemory = peakMemoryOf(child.pid) ?? peakMemory;
  }, 50);
  child.stdout.on("data", (chunk: Buffer) => {
    lines += countLines(chunk);
    hash.update(chunk);
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(watch);
      const seconds = (performance.now() - began) / 1000;
      resolve({ code, lines, sha256: hash.digest("hex"), seconds, peakMemory, oneCore });
    });
  });
}
