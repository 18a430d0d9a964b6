import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseRuleSet } from "../../engine/index.ts";
import { PROJECT_ROOT } from "../../server/project-root.ts";
import { type Impact, type ReplayScope, replayRecorded } from "../../server/replay/replay-recorded.ts";
import { trialOf } from "../../server/replay/trial.ts";
import { WorkingThread } from "../../server/replay/working-thread.ts";
import { openStore } from "../../server/store/open-store.ts";
import type { Store } from "../../server/store/store.ts";
import { changed } from "../adoption/drafts.ts";
import { makeSmallCountry } from "./country-site.ts";
import { withDamagedCase } from "./damaged-country.ts";

const STRICTER = trialOf(
  parseRuleSet(
    changed((set) => {
      set.amounts.find(({ id }: { id: string }) => id === "norm").value = 12;
      set.examples = [];
    }),
  ),
);
/** The most parts that can be with the threads at a time, and one that is on its way. */
const MOST_UNDER_WAY = 9;

let folder: string;
let damaged: string;
let store: Store;

const open = (where: string): Promise<Store> =>
  openStore({ dataFolder: where, databaseUrl: null, now: () => new Date("2026-11-23T06:00:00.000Z") });

beforeAll(async () => {
  folder = await makeSmallCountry();
  damaged = await withDamagedCase(folder, "almaty-city", 2023);
  store = await open(folder);
}, 120_000);
afterAll(() => store.close());

async function last(from: Store, scope: ReplayScope = {}): Promise<Impact> {
  let told: Impact | null = null;
  for await (const impact of replayRecorded(from, STRICTER, scope)) told = impact;
  if (!told) throw new Error("nothing was told");
  return told;
}

describe("a replay in threads", () => {
  it("ends soon after it was stopped: only what is with the threads by then is still told", async () => {
    const controller = new AbortController();
    const told: number[] = [];
    for await (const { done, of } of replayRecorded(store, STRICTER, {}, controller.signal)) {
      expect(of).toBeGreaterThan(5 * MOST_UNDER_WAY);
      told.push(done);
      controller.abort();
    }
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThanOrEqual(MOST_UNDER_WAY);
  });

  it("leaves the threads free for the next one when its reader goes away", async () => {
    for await (const { done } of replayRecorded(store, STRICTER)) if (done > 0) break;
    const { done, of } = await last(store);
    expect(done).toBe(of);
  });

  it("shares them fairly with another one: both come forward in turns", async () => {
    const whole = await last(store);
    const turns: string[] = [];
    const run = async (name: string): Promise<Impact> => {
      let told = whole;
      for await (told of replayRecorded(store, STRICTER)) turns.push(name);
      return told;
    };
    const both = await Promise.all([run("one"), run("other")]);
    for (const { tally } of both) expect(tally).toEqual(whole.tally);
    const half = turns.slice(0, turns.length / 2);
    for (const name of ["one", "other"])
      expect(half.filter((one) => one === name).length).toBeGreaterThan(half.length / 3);
  });

  it("fails where a case is damaged, and says of which chamber and year", async () => {
    const broken = await open(damaged);
    await expect(last(broken)).rejects.toThrow("almaty-city/2023");
    const { done, of, tally } = await last(broken, { years: [2024] });
    expect(done).toBe(of);
    expect(tally.cases).toBeGreaterThan(0);
    await broken.close();
  });
});

describe("a thread that fails", () => {
  it("answers everybody who waits, and whoever asks later, with its failure", async () => {
    const thread = new WorkingThread(join(PROJECT_ROOT, "dist", "server", "replay", "no-such-thread.js"));
    await expect(thread.ask("anything")).rejects.toThrow("no-such-thread");
    expect(thread.failed).toBe(true);
    await expect(thread.ask("anything")).rejects.toThrow("no-such-thread");
  });
});
