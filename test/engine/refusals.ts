import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Problem } from "../../engine/index.ts";
import { type Change, changed } from "./change.ts";

/** A document with a fault: its exact text (so many times over), or the changes that bring the fault into a valid one. */
export interface Refusal {
  file: string;
  name: string;
  text?: string;
  times?: number;
  change?: Change[];
  /** Changes to the rule set that a case is decided by. */
  rules?: Change[];
  asOf?: string;
  problems: Pick<Problem, "code" | "pointer">[];
}

export const readJsonFile = (url: URL): unknown => JSON.parse(readFileSync(url, "utf8"));

/** Every refusal of a folder beside this one. */
export function readRefusals(folder: "invalid-cases" | "invalid-rules"): Refusal[] {
  const url = new URL(`../${folder}/`, import.meta.url);
  return readdirSync(url).map((file) => ({ file, ...(readJsonFile(new URL(file, url)) as Omit<Refusal, "file">) }));
}

/** What is given to the engine: the text, or the changed document as a value and as its text. */
export const givenBy = ({ text, times = 1, change = [] }: Refusal, base: unknown): unknown[] =>
  text === undefined ? [changed(base, change), JSON.stringify(changed(base, change))] : [text.repeat(times)];

/** Declares that every file bears the name of its fault and has one of the two formats. */
export function testFormats(refusals: readonly Refusal[]): void {
  it.each(refusals)(
    "$file bears the name of its fault and has one of the two formats",
    ({ file, name, ...refusal }) => {
      expect(file).toBe(`${name}.json`);
      expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(refusal.problems.length).toBeGreaterThan(0);
      expect(refusal.text === undefined).toBe(refusal.change !== undefined);
    },
  );
}

/** The problems for which the document is refused; none where it is accepted. */
export function problemsOf(read: () => unknown): readonly Problem[] {
  try {
    read();
    return [];
  } catch (error) {
    const { problems } = error as { problems?: readonly Problem[] };
    if (!problems || problems.length === 0) throw error;
    return problems;
  }
}

/** Codes and pointers in one order, so that lists of problems can be compared. */
export const codesAndPointers = (problems: readonly Pick<Problem, "code" | "pointer">[]): string[] =>
  problems.map(({ code, pointer }) => `${code} at ${pointer || "the whole document"}`).sort();

/** What is wrong with the message of a problem: it has to be a filled-in English sentence. */
export function faultsOfMessage({ message }: Problem): string[] {
  return [
    ...(/^[A-Z]/.test(message) ? [] : ["does not begin like a sentence"]),
    ...(/[.…]$/.test(message) ? [] : ["does not end like a sentence"]),
    ...(/\{\w+\}/.test(message) ? ["has an unfilled param"] : []),
    ...(/\b(undefined|NaN|\[object)\b/.test(message) ? ["has a param without a value"] : []),
    ...(message.length > 1500 ? ["is too long to read"] : []),
  ].map((fault) => `${message.slice(0, 200)} – ${fault}`);
}
