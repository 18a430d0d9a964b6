import { join } from "node:path";
import { type Logger, pino } from "pino";
import { countersInMemory } from "./accounts/throttle/counters.ts";
import { createThrottles, type Throttles } from "./accounts/throttle/throttles.ts";
import { type Assets, readAssets } from "./assets/assets.ts";
import type { Sealer } from "./audit/seals/sealer.ts";
import { DEFAULT_QUORUM } from "./config.ts";
import { readTemplates, type Templates } from "./pages/templates.ts";
import { PROJECT_ROOT } from "./project-root.ts";
import { type RuleBook, readRuleBook } from "./published-rules.ts";
import type { Store } from "./store/store.ts";
import { todayInAlmaty } from "./today.ts";

/** What the pages and the API are made of. */
export interface Services {
  store: Store;
  /** What seals the log of the store; null where this process does not. */
  sealer: Sealer | null;
  rules: RuleBook;
  templates: Templates;
  assets: Assets;
  logger: Logger;
  /** How often a password may be guessed. */
  throttles: Throttles;
  trustProxy: number | boolean;
  /** How many members of the Collegium have to approve a draft. */
  quorum: number;
  /** Whether this is the demo, with made-up people: every page says so. */
  demo: boolean;
  /** The instant that it is. */
  now(): Date;
  /** The calendar day in Asia/Almaty. */
  today(): string;
}

const currentInstant = (): Date => new Date();

/** Reads the rules, the templates and the assets of this checkout, to go with a store. */
export function createServices(given: Pick<Services, "store"> & Partial<Services>): Services {
  const { now = currentInstant } = given;
  return {
    sealer: null,
    rules: readRuleBook(join(PROJECT_ROOT, "rules")),
    templates: readTemplates(join(PROJECT_ROOT, "views")),
    assets: readAssets(join(PROJECT_ROOT, "dist", "assets")),
    logger: pino(),
    throttles: createThrottles(countersInMemory()),
    trustProxy: false,
    quorum: DEFAULT_QUORUM,
    demo: false,
    now,
    today: () => todayInAlmaty(now()),
    ...given,
  };
}
