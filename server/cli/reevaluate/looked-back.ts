import { type Finding, findingOfReplay, findingOfReproduction } from "../../replay/finding.ts";
import { type Impact, replayRecorded } from "../../replay/replay-recorded.ts";
import { NOTHING_REPRODUCED, reproduceRecorded } from "../../replay/reproduce-recorded.ts";
import { emptyTally } from "../../replay/tally.ts";
import type { LookedFor } from "../../store/records.ts";
import type { Store, WrittenEvent } from "../../store/store.ts";
import { createProgress } from "../progress.ts";
import { type ReevaluateOptions, scopeOf } from "./reevaluate-options.ts";
import { trialFrom } from "./trial-from.ts";

/** What looking back came to, and what it is kept as. */
export interface LookedBack {
  lookedFor: LookedFor;
  finding: Finding;
}

/** Makes the decisions again that stand in these events, and shows how far it has come. */
export async function reproduced(events: AsyncIterable<WrittenEvent>, options: ReevaluateOptions): Promise<LookedBack> {
  const progress = createProgress();
  let reproduction = NOTHING_REPRODUCED;
  try {
    for await (reproduction of reproduceRecorded(events, 0, scopeOf(options))) progress.show(reproduction.decisions);
  } finally {
    progress.end();
  }
  return { lookedFor: { kind: "reproduce" }, finding: findingOfReproduction(reproduction) };
}

/** Decides the recorded cases otherwise, and shows how far it has come. */
export async function replayed(store: Store, options: ReevaluateOptions): Promise<LookedBack> {
  const { trial, lookedFor } = await trialFrom(store, options);
  const progress = createProgress();
  let impact: Impact = { tally: emptyTally(), changed: [], done: 0, of: 0 };
  try {
    for await (impact of replayRecorded(store, trial, scopeOf(options))) progress.show(impact.tally.cases);
  } finally {
    progress.end();
  }
  return { lookedFor, finding: findingOfReplay(trial, impact) };
}
