import { isDay } from "../../engine/calendar.ts";
import type { Language } from "../../engine/index.ts";
import { type AdoptedSet, adoptedSets } from "../adoption/adopted-sets.ts";
import { serverProblem } from "../problem.ts";
import { knownOn } from "../replay/known-on.ts";
import { type Impact, type ReplayScope, replayRecorded } from "../replay/replay-recorded.ts";
import { NOTHING_REPRODUCED, type Reproduction, reproduceRecorded } from "../replay/reproduce-recorded.ts";
import { emptyTally } from "../replay/tally.ts";
import { type Trial, trialOf } from "../replay/trial.ts";
import { openLog } from "../store/open-log.ts";
import { openStore } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";
import { createProgress } from "./progress.ts";
import { impactInWords, reproductionInWords } from "./reevaluate-words.ts";
import { Refusal } from "./refusal.ts";
import { ruleBook, rulesNamed } from "./rules-for.ts";
import { write } from "./standard-output.ts";
import { refuseMissing, serversStore } from "./store-place.ts";

export interface ReevaluateOptions {
  chamber?: string[];
  year?: string[];
  whatIf?: string;
  asKnownOn?: string;
  json?: boolean;
  lang: Language;
}

function scopeOf({ chamber = [], year = [] }: ReevaluateOptions): ReplayScope {
  const wrong = year.find((one) => !/^\d{4}$/.test(one));
  if (wrong !== undefined) throw new Refusal("--year", [serverProblem("not-a-year", "", { year: wrong })]);
  return { chambers: chamber, years: year.map(Number) };
}

async function reproduce(options: ReevaluateOptions): Promise<Reproduction> {
  const place = serversStore();
  refuseMissing(place);
  const log = await openLog(place);
  const progress = createProgress();
  let reproduction = NOTHING_REPRODUCED;
  try {
    for await (reproduction of reproduceRecorded(log.events(), 0, scopeOf(options)))
      progress.show(reproduction.decisions);
    return reproduction;
  } finally {
    progress.end();
    await log.close();
  }
}

/** The sets of a store that no server has opened yet: those that the program comes with. */
const publishedWithProgram = (): AdoptedSet[] =>
  ruleBook().published.map(({ effectiveYear, ruleSet: { revision }, sha256, text }) => ({
    effectiveYear,
    revision,
    ruleSet: sha256,
    adoptedOn: null,
    draft: null,
    text,
  }));

/** What is tried instead: a set named by its year or file, or what was known on a day. */
async function trialFrom(store: Store, { whatIf, asKnownOn }: ReevaluateOptions): Promise<Trial> {
  if (whatIf !== undefined) return trialOf(rulesNamed(whatIf).ruleSet);
  if (!asKnownOn || !isDay(asKnownOn)) throw new Refusal("--as-known-on", [serverProblem("not-a-day", "")]);
  const adopted = await adoptedSets(store);
  return knownOn(adopted.length > 0 ? adopted : publishedWithProgram(), asKnownOn);
}

async function replay(options: ReevaluateOptions): Promise<Impact> {
  const place = serversStore();
  refuseMissing(place);
  const store = await openStore(place);
  const progress = createProgress();
  let impact: Impact = { tally: emptyTally(), changed: [], done: 0, of: 0 };
  try {
    for await (impact of replayRecorded(store, await trialFrom(store, options), scopeOf(options)))
      progress.show(impact.tally.cases);
    return impact;
  } finally {
    progress.end();
    await store.close();
  }
}

/**
 * `qagida reevaluate`: makes every recorded decision once more and compares; or decides the recorded cases otherwise, and
 * tells what would change. Nothing that is recorded is touched.
 * @returns the exit code: 1 where a recorded decision is not reproduced.
 */
export async function reevaluate(options: ReevaluateOptions): Promise<number> {
  const { lang, json } = options;
  if (options.whatIf !== undefined || options.asKnownOn !== undefined) {
    const impact = await replay(options);
    const { tally, changed } = impact;
    await write(`${json ? JSON.stringify({ ...tally, people: changed }, null, 2) : impactInWords(lang, impact)}\n`);
    return 0;
  }
  const { decisions, places, unlike } = await reproduce(options);
  const found = { decisions, places, unlike };
  await write(`${json ? JSON.stringify(found, null, 2) : reproductionInWords(lang, found)}\n`);
  return unlike.length > 0 ? 1 : 0;
}
