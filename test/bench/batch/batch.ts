import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CompiledRuleSet } from "../../../engine/index.ts";
import { PROJECT_ROOT } from "../../../server/project-root.ts";
import { expectedOutput, writeCases } from "./cases-file.ts";
import { runNode } from "./child.ts";

const COMMAND = join(PROJECT_ROOT, "dist/server/cli/main.js");

/** Up to so many cases the output is compared byte for byte with the library's decisions; above, its lines are counted. */
const MOST_COMPARED = 10_000;

export interface BatchSpeed {
  cases: number;
  trace: boolean;
  perSecond: number;
  /** In MiB; null where the system does not tell. */
  peakMemory: number | null;
  megabytesRead: number;
  oneCore: boolean;
}

async function measure(rules: CompiledRuleSet, file: string, seed: number, cases: number, trace: boolean) {
  const args = [COMMAND, "evaluate", "--batch", file, "--as-of", "2026-01-01", ...(trace ? [] : ["--no-trace"])];
  const { code, lines, sha256, seconds, peakMemory, oneCore } = await runNode(args);
  if (code !== 0 || lines !== cases) throw new Error(`The batch ended with ${code} after ${lines} of ${cases} lines.`);
  if (cases <= MOST_COMPARED && sha256 !== expectedOutput(rules, seed, cases, trace)) {
    throw new Error("The batch printed other decisions than the library gives.");
  }
  const megabytesRead = Math.round(statSync(file).size / 1e6);
  return { cases, trace, perSecond: Math.round(cases / seconds), peakMemory, megabytesRead, oneCore };
}

/** Measures `qagida evaluate --batch` from start to end, without and with the trace, on files of so many cases. */
export async function measureBatches(
  rules: CompiledRuleSet,
  seed: number,
  sizes: readonly number[],
): Promise<BatchSpeed[]> {
  const folder = mkdtempSync(join(tmpdir(), "qagida-bench-"));
  const speeds: BatchSpeed[] = [];
  try {
    for (const cases of sizes) {
      const file = join(folder, `${cases}.ndjson`);
      writeCases(file, seed, cases);
      for (const trace of [false, true]) speeds.push(await measure(rules, file, seed, cases, trace));
      rmSync(file);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return speeds;
}
