import type { BatchSpeed } from "./batch/batch.ts";
import type { DemoSpeed } from "./demo/measure-demo.ts";
import type { Speed } from "./measure/speed.ts";
import type { StoreSpeed } from "./store/measure-stores.ts";

export interface Results {
  seed: number;
  node: string;
  rounds: number;
  speeds: readonly Speed[];
  batches: readonly BatchSpeed[];
  stores: readonly StoreSpeed[];
  demo: DemoSpeed | null;
}

/** The ids of those that all are compared with. */
const YARDSTICKS = { ofHandwritten: "handwritten", ofJsonRulesEngine: "json-rules-engine" };

function ratio(speeds: readonly Speed[], { perSecond }: Speed, yardstick: string): number | null {
  const other = speeds.find(({ id }) => id === yardstick);
  return other ? Number((perSecond / other.perSecond).toPrecision(3)) : null;
}

function withRatios(speeds: readonly Speed[]) {
  return speeds.map((speed) => ({
    ...speed,
    ofHandwritten: ratio(speeds, speed, YARDSTICKS.ofHandwritten),
    ofJsonRulesEngine: ratio(speeds, speed, YARDSTICKS.ofJsonRulesEngine),
  }));
}

const grouped = (number: number): string => number.toLocaleString("en-US");
const times = (number: number | null): string => (number === null ? "–" : `${number}×`);

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join("  ");
  return rows.map(line).join("\n");
}

const STORE_TITLES = [
  "",
  "cases",
  "asked/s",
  "p50 ms",
  "p99 ms",
  "longest ms",
  "most/s",
  "bare/s",
  "of bare",
  "restart ms",
];

const storeRow = ({ name, cases, asked, paced, perSecond, bareName, barePerSecond, restart }: StoreSpeed): string[] => [
  `recording, ${name} (bare: ${bareName})`,
  ...[cases, asked].map(grouped),
  ...[paced.p50, paced.p99, paced.longest].map((milliseconds) => milliseconds.toFixed(1)),
  ...[perSecond, barePerSecond].map(grouped),
  times(Number((perSecond / barePerSecond).toPrecision(3))),
  restart === null ? "–" : grouped(Math.round(restart)),
];

/** The results as tables. */
export function asTables({ seed, node, rounds, speeds, batches, stores, demo }: Results): string {
  const decided = withRatios(speeds).map(({ name, cases, perSecond, ofHandwritten, ofJsonRulesEngine }) => {
    return [name, grouped(cases), grouped(perSecond), times(ofHandwritten), times(ofJsonRulesEngine)];
  });
  const streamed = batches.map(({ cases, trace, perSecond, peakMemory, megabytesRead, oneCore }) => {
    const name = `evaluate --batch${trace ? "" : " --no-trace"}${oneCore ? ", one core" : ""}`;
    return [name, grouped(cases), grouped(perSecond), grouped(megabytesRead), peakMemory ? grouped(peakMemory) : "–"];
  });
  const titles = ["", "cases", "cases/s", "of handwritten", "of json-rules-engine"];
  const tables = [`Seed ${seed}, Node ${node}, the median of ${rounds} rounds.`];
  if (decided.length > 0) tables.push(aligned([titles, ...decided]));
  if (streamed.length > 0) tables.push(aligned([["", "cases", "cases/s", "MB read", "peak MiB"], ...streamed]));
  if (stores.length > 0) tables.push(aligned([STORE_TITLES, ...stores.map(storeRow)]));
  if (demo) tables.push(aligned([DEMO_TITLES, demoRow(demo)]), aligned([IMPACT_TITLES, impactRow(demo)]));
  return tables.join("\n\n");
}

const DEMO_TITLES = ["", "consultants", "threads", "seconds", "consultants/s"];

const demoRow = ({ consultants, threads, seconds, perSecond }: DemoSpeed): string[] => [
  "a country of the demo",
  grouped(consultants),
  `${threads}`,
  `${seconds}`,
  grouped(perSecond),
];

const IMPACT_TITLES = ["", "cases", "first numbers ms", "all ms", "a page meanwhile ms (p50, p99)", "alone"];

const impactRow = ({ impact: { cases, first, whole, pages } }: DemoSpeed): string[] => [
  "the impact of an amendment on it",
  grouped(cases),
  grouped(first),
  grouped(whole),
  ...[pages.meanwhile, pages.alone].map(({ median, p99 }) => `${median}, ${p99}`),
];

/** The results as one JSON object. */
export const asJson = ({ speeds, ...rest }: Results): string => JSON.stringify({ ...rest, speeds: withRatios(speeds) });
