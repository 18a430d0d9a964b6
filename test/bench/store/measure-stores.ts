import type { CompiledRuleSet } from "../../../engine/index.ts";
import type { StoreContender } from "./contender.ts";
import { embedded } from "./embedded.ts";
import { most } from "./most.ts";
import { type Paced, paced } from "./paced.ts";
import { postgresql } from "./postgresql.ts";
import { Recordings } from "./recordings.ts";

/** What is asked of the stores. */
export interface StoreLoad {
  /** How many decided cases there are before anything is measured. */
  cases: number;
  /** For how long recordings come at a steady pace. */
  seconds: number;
}

/** How fast a store records decisions, each one durable before it is answered. */
export interface StoreSpeed {
  name: string;
  cases: number;
  /** At the pace that it has to keep up with. */
  asked: number;
  paced: Paced;
  /** The most that 32 clients get through in a second, and bare writes of the same size by one, in the same run. */
  perSecond: number;
  bareName: string;
  barePerSecond: number;
  /** How long it takes to open after its process was killed, in milliseconds; null where it is not in this process. */
  restart: number | null;
}

const CLIENTS = 32;
const MOST_SECONDS = 3;
/** Recordings that are made ready beforehand, so that deciding is not measured. */
const READY = 20_000;

async function measureStore(
  { name, perSecond: asked, store, bareName, writeBare, restart }: StoreContender,
  recordings: Recordings,
  { cases, seconds }: StoreLoad,
): Promise<StoreSpeed> {
  const pacedFrom = cases;
  const mostFrom = pacedFrom + asked * seconds;
  await recordings.loadConsultants(store, 0, mostFrom + READY);
  await recordings.recordAll(store, 0, cases);
  const steady = await paced(asked, seconds, (number) => store.commit(recordings.change(pacedFrom + number)));
  const ready = Array.from({ length: READY }, (_, number) => recordings.change(mostFrom + number));
  let left = READY;
  const { perSecond } = await most(CLIENTS, MOST_SECONDS, async () => {
    const change = ready[--left];
    if (change) await store.commit(change);
    else throw new Error(`more than ${READY} recordings in ${MOST_SECONDS} seconds: make more ready`);
  });
  const text = JSON.stringify(ready[0]);
  const { perSecond: barePerSecond } = await most(1, MOST_SECONDS, () => writeBare(text));
  const reopened = restart ? await restart() : null;
  return { name, cases, asked, paced: steady, perSecond, bareName, barePerSecond, restart: reopened };
}

/** Measures each store in turn. */
export async function measureStores(rules: CompiledRuleSet, seed: number, load: StoreLoad): Promise<StoreSpeed[]> {
  const speeds: StoreSpeed[] = [];
  for (const open of [embedded, postgresql]) {
    const contender = await open();
    try {
      speeds.push(await measureStore(contender, new Recordings(rules, seed), load));
    } finally {
      await contender.remove();
    }
  }
  return speeds;
}
