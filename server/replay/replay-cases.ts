import type { CaseRecord } from "../store/records.ts";
import { CompiledSets } from "./compiled-sets.ts";
import { replayCase } from "./replay-case.ts";
import type { CasesToReplay, ReplayedCases, ReplayTask } from "./replay-task.ts";
import { addCase, emptyTally, isChanged } from "./tally.ts";
import { setsOfTrial } from "./trial.ts";

/** Makes ready to replay cases. */
export function replayer({ sets, trial }: ReplayTask): (cases: CasesToReplay) => ReplayedCases {
  const known = new CompiledSets(sets);
  const otherFor = setsOfTrial(trial);
  return ({ texts, completes }) => {
    const replayedCases: ReplayedCases = { tally: emptyTally(), changed: [], completes };
    for (const text of texts) {
      const replayed = replayCase(JSON.parse(text) as CaseRecord, known, otherFor, trial.asOf);
      if (!replayed) continue;
      addCase(replayedCases.tally, replayed);
      if (isChanged(replayed) || replayed.after === null) replayedCases.changed.push(replayed);
    }
    return replayedCases;
  };
}
