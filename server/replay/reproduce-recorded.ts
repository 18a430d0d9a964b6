import { parseRuleSet, RuleSetError } from "../../engine/index.ts";
import type { LoggedEvent } from "../store/change.ts";
import type { KeptRuleSet } from "../store/records.ts";
import type { WrittenEvent } from "../store/store.ts";
import type { KnownSet } from "./compiled-sets.ts";
import type { ReplayScope } from "./replay-recorded.ts";
import type { Progress } from "./replay-run.ts";
import { workInThreads } from "./replay-threads.ts";
import type { EventsToReproduce, Reproduced } from "./reproduce-task.ts";

/** How far the reproduction has come, in events of the log, and what came of it. */
export interface Reproduction extends Reproduced, Progress {}

export const NOTHING_REPRODUCED: Reproduction = { decisions: 0, places: {}, unlike: [], done: 0, of: 0 };

/** How many characters of events go to a thread at a time. */
const BATCH = 500_000;

/** The rule sets that an event brings; one that cannot be read any more is left out, and missed where it is needed. */
function setsIn(line: string): KnownSet[] {
  if (!line.includes('"kind":"rule-set"')) return [];
  const { records } = JSON.parse(line) as LoggedEvent;
  return records.flatMap(({ kind, id, state }): KnownSet[] => {
    if (kind !== "rule-set" || !state) return [];
    try {
      return [[id, parseRuleSet((state as KeptRuleSet).text)]];
    } catch (error) {
      if (error instanceof RuleSetError) return [];
      throw error;
    }
  });
}

/** The events that hold decisions, with every rule set that was kept until then. */
async function* batchesOf(
  events: AsyncIterable<WrittenEvent>,
  signal: AbortSignal,
  onRead: (seq: number) => void,
): AsyncGenerator<EventsToReproduce> {
  const sets: KnownSet[] = [];
  let lines: string[] = [];
  let size = 0;
  for await (const { seq, line } of events) {
    if (signal.aborted) return;
    sets.push(...setsIn(line));
    onRead(seq + 1);
    if (!line.includes('"kind":"decision"')) continue;
    lines.push(line);
    size += line.length;
    if (size < BATCH) continue;
    yield { lines, sets: sets.slice() };
    lines = [];
    size = 0;
  }
  yield { lines, sets };
}

function addPart(whole: Reproduction, { decisions, places, unlike }: Reproduced): void {
  whole.decisions += decisions;
  whole.unlike.push(...unlike);
  for (const [place, count] of Object.entries(places)) whole.places[place] = (whole.places[place] ?? 0) + count;
}

/**
 * Makes every recorded decision once more, from the case and the rule set that were recorded with it, and compares the
 * texts. Reads the log alone: nothing is locked or changed.
 * @param of how many events the log has.
 * @param signal ends it early: what was told until then stands.
 */
export async function* reproduceRecorded(
  events: AsyncIterable<WrittenEvent>,
  of: number,
  scope: ReplayScope = {},
  signal: AbortSignal = new AbortController().signal,
): AsyncGenerator<Reproduction> {
  const whole: Reproduction = { decisions: 0, places: {}, unlike: [], done: 0, of };
  let read = 0;
  const batches = batchesOf(events, signal, (seq) => {
    read = seq;
  });
  for await (const part of workInThreads({ kind: "reproduce", scope }, batches)) {
    addPart(whole, part);
    whole.done = read;
    yield whole;
  }
}
