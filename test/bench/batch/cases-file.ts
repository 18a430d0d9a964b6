import { createHash } from "node:crypto";
import { closeSync, openSync, writeSync } from "node:fs";
import type { CompiledRuleSet } from "../../../engine/index.ts";
import { generateCase } from "../generate/case.ts";

const LINES_A_WRITE = 1_000;

/** Writes so many generated cases with their days, one a line. */
export function writeCases(file: string, seed: number, cases: number): void {
  const descriptor = openSync(file, "w");
  for (let first = 0; first < cases; first += LINES_A_WRITE) {
    let text = "";
    for (let number = first; number < Math.min(cases, first + LINES_A_WRITE); number++) {
      text += `${JSON.stringify(generateCase(seed, number))}\n`;
    }
    writeSync(descriptor, text);
  }
  closeSync(descriptor);
}

/** The SHA-256 of what the command has to print about these cases: the decisions of the library, one a line. */
export function expectedOutput(rules: CompiledRuleSet, seed: number, cases: number, trace: boolean): string {
  const hash = createHash("sha256");
  for (let number = 0; number < cases; number++) {
    const { case: theCase, asOf } = generateCase(seed, number);
    hash.update(`${JSON.stringify(rules.decide(theCase, { asOf, trace }))}\n`);
  }
  return hash.digest("hex");
}
