import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pino } from "pino";
import { parseRuleSet } from "../../../engine/index.ts";
import { createApp } from "../../../server/app.ts";
import { PROJECT_ROOT } from "../../../server/project-root.ts";
import { replayRecorded } from "../../../server/replay/replay-recorded.ts";
import { trialOf } from "../../../server/replay/trial.ts";
import { createServices } from "../../../server/services.ts";
import { openStore } from "../../../server/store/open-store.ts";
import type { Store } from "../../../server/store/store.ts";

/** How fast an amendment was tried on every recorded case, from a store that was just opened. */
export interface ImpactSpeed {
  cases: number;
  changed: number;
  /** In milliseconds: until the first numbers and until the last, where no thread was running before. */
  first: number;
  whole: number;
  /** Another page while nothing is tried, and while amendments are. */
  pages: { alone: PageTimes; meanwhile: PageTimes };
}

/** How long a page took, in milliseconds. */
interface PageTimes {
  count: number;
  median: number;
  p99: number;
}

/** The Rules of 2022 with a norm of 12 points. */
function stricterRules() {
  const rules = JSON.parse(readFileSync(join(PROJECT_ROOT, "rules", "2022.json"), "utf8"));
  for (const amount of rules.amounts) if (amount.id === "norm") amount.value = 12;
  return parseRuleSet({ ...rules, examples: [] });
}

async function timeReplay(store: Store): Promise<Omit<ImpactSpeed, "pages">> {
  const began = performance.now();
  let first = 0;
  let told = { cases: 0, changed: 0 };
  for await (const { tally } of replayRecorded(store, trialOf(stricterRules()))) {
    first ||= performance.now() - began;
    told = { cases: tally.cases, changed: tally.changed };
  }
  return { ...told, first: Math.round(first), whole: Math.round(performance.now() - began) };
}

/** How long the other reader looks at a page, in milliseconds. */
const PAUSE = 25;

/** How often amendments are tried, one after the other, and how many pages are asked for before: enough for a 99th part. */
const TRIES = 5;
const PAGES = 200;
/** After so many it is as fast as it gets. */
const WARM = 50;

/** Asks for a page again and again until told to stop. */
async function timePages(url: string, isOver: (asked: number) => boolean): Promise<PageTimes> {
  const times: number[] = [];
  while (!isOver(times.length)) {
    const began = performance.now();
    await (await fetch(url)).text();
    times.push(performance.now() - began);
    await wait(PAUSE);
  }
  times.sort((a, b) => a - b);
  const at = (part: number): number => Number((times[Math.floor((times.length - 1) * part)] ?? 0).toFixed(1));
  return { count: times.length, median: at(0.5), p99: at(0.99) };
}

/** Tries an amendment on a country, again and again, while another reader opens a page of the same server again and again. */
export async function measureImpact(folder: string): Promise<ImpactSpeed> {
  const store = await openStore({ dataFolder: folder, databaseUrl: null, now: () => new Date() });
  const server = createApp(createServices({ store, logger: pino({ level: "silent" }) })).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ru/rules/2026`;
    await timePages(url, (asked) => asked === WARM);
    const alone = await timePages(url, (asked) => asked === PAGES);
    let isOver = false;
    const pages = timePages(url, () => isOver);
    const first = await timeReplay(store);
    for (let tried = 1; tried < TRIES; tried++) await timeReplay(store);
    isOver = true;
    return { ...first, pages: { alone, meanwhile: await pages } };
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await store.close();
  }
}
