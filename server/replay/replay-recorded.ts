import { parseRuleSet } from "../../engine/index.ts";
import type { Store } from "../store/store.ts";
import type { Replayed } from "./replay-case.ts";
import type { Progress } from "./replay-run.ts";
import type { CasesToReplay } from "./replay-task.ts";
import { workInThreads } from "./replay-threads.ts";
import { addTally, emptyTally, type Tally } from "./tally.ts";
import type { Trial } from "./trial.ts";

/** Which recorded cases are replayed: all, unless chambers or reporting years are named. */
export interface ReplayScope {
  chambers?: readonly string[];
  years?: readonly number[];
}

/** How far a replay has come, in chambers' years, and what came of it. */
export interface Impact extends Progress {
  tally: Tally;
  /** Everybody whose outcome would be another one, or whose case would be refused. */
  changed: readonly Replayed[];
}

interface ChamberYear {
  chamber: string;
  reportingYear: number;
}

const isIn = <T>(named: readonly T[] | undefined, one: T): boolean => !named?.length || named.includes(one);

async function chamberYears(store: Store, { chambers, years }: ReplayScope): Promise<ChamberYear[]> {
  const ids = (await store.chambers()).map(({ id }) => id).filter((id) => isIn(chambers, id));
  const all = ids.map(async (chamber) =>
    (await store.yearsOf(chamber))
      .filter((year) => isIn(years, year))
      .map((reportingYear) => ({ chamber, reportingYear })),
  );
  return (await Promise.all(all)).flat();
}

/** How many bytes of cases go to a thread at a time: few, so that the first numbers come soon. */
const PIECE = 256 * 1024;
const NEWLINE = 0x0a;

/** Cuts lines into pieces of whole lines, each with its bytes to itself. One piece at least, be it empty. */
function* piecesOf(place: string, lines: Uint8Array): Generator<CasesToReplay> {
  let end = 0;
  do {
    const start = end;
    const last = lines.indexOf(NEWLINE, start + PIECE);
    end = last === -1 ? lines.length : last + 1;
    yield { place, lines: new Uint8Array(lines.subarray(start, end)), completes: end === lines.length };
  } while (end < lines.length);
}

async function* casesOf(
  store: Store,
  scope: readonly ChamberYear[],
  signal: AbortSignal,
): AsyncGenerator<CasesToReplay> {
  for (const { chamber, reportingYear } of scope) {
    for (const piece of piecesOf(`${chamber}/${reportingYear}`, await store.caseLines(chamber, reportingYear))) {
      if (signal.aborted) return;
      yield piece;
    }
  }
}

/**
 * Replays what was recorded, in threads of their own, and tells how far it has come after each chamber's year. Nothing that
 * is recorded is touched.
 * @param signal ends the replay early: what was told until then stands.
 */
export async function* replayRecorded(
  store: Store,
  trial: Trial,
  scope: ReplayScope = {},
  signal: AbortSignal = new AbortController().signal,
): AsyncGenerator<Impact> {
  const years = await chamberYears(store, scope);
  const sets = (await store.ruleSets()).map(({ id, state }) => [id, parseRuleSet(state.text)] as const);
  const tally = emptyTally();
  const changed: Replayed[] = [];
  let done = 0;
  for await (const part of workInThreads({ kind: "replay", sets, trial }, casesOf(store, years, signal))) {
    addTally(tally, part.tally);
    changed.push(...part.changed);
    if (part.completes) done++;
    yield { tally, changed, done, of: years.length };
  }
}
