import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { rulesOfCountry } from "../../../server/demo/generate/rules-of-country.ts";
import { makeCountry } from "../../../server/demo/make-country.ts";
import { PROJECT_ROOT } from "../../../server/project-root.ts";
import { readRuleBook } from "../../../server/published-rules.ts";
import { todayInAlmaty } from "../../../server/today.ts";
import { type ImpactSpeed, measureImpact } from "./measure-impact.ts";

/** How fast a country of the demo was made: every decision decided, confirmed and written to the embedded store. */
export interface DemoSpeed {
  consultants: number;
  threads: number;
  seconds: number;
  perSecond: number;
  /** An amendment, tried on what was recorded in it. */
  impact: ImpactSpeed;
}

/** Makes a country as `npm run demo` does, in a folder that goes afterwards. */
export async function measureDemo(consultants: number): Promise<DemoSpeed> {
  const rules = rulesOfCountry(readRuleBook(join(PROJECT_ROOT, "rules")));
  const folder = mkdtempSync(join(tmpdir(), "qagida-bench-demo-"));
  const threads = Math.min(4, availableParallelism());
  const store = join(folder, "store");
  const began = performance.now();
  try {
    await makeCountry(store, { seed: 2022, consultants, today: todayInAlmaty() }, { rules, threads });
    const seconds = (performance.now() - began) / 1000;
    const impact = await measureImpact(store);
    const perSecond = Math.round(consultants / seconds);
    return { consultants, threads, seconds: Number(seconds.toFixed(1)), perSecond, impact };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
