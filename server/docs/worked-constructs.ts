import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../project-root.ts";

/** A worked construct, as the tests hold it. */
export interface WorkedConstruct {
  construct: string;
  says: { en: string };
  rules: Record<string, unknown>;
  cases: { name: string; asOf: string; case: unknown; expect: Record<string, unknown> }[];
}

const FOLDER = join(PROJECT_ROOT, "test", "constructs");

/** The worked constructs by their names. */
export function readWorkedConstructs(): ReadonlyMap<string, WorkedConstruct> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".json") && file !== "minimal.json");
  const read = files.map((file): WorkedConstruct => JSON.parse(readFileSync(join(FOLDER, file), "utf8")));
  return new Map(read.sort((a, b) => (a.construct < b.construct ? -1 : 1)).map((one) => [one.construct, one]));
}

/** The values of every field of this name, however deep. */
function valuesOf(field: string, value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, held]) => [...(name === field ? [held] : []), ...valuesOf(field, held)]);
}

/** The worked construct that shows a fact best: one that is about it, or else the first that reads it. */
export function constructWith(fact: string, constructs: ReadonlyMap<string, WorkedConstruct>): string | null {
  const prefix = fact.endsWith(".<id>") ? fact.replace("<id>", "") : null;
  const reads = ({ rules }: WorkedConstruct): boolean =>
    valuesOf("fact", rules).some((name) => (prefix ? String(name).startsWith(prefix) : name === fact));
  const found = [...constructs.values()].filter(reads).map(({ construct }) => construct);
  return (prefix ? found[0] : (found.find((name) => name.startsWith("fact-")) ?? found[0])) ?? null;
}
