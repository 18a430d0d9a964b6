import type { CaseRecord } from "../store/records.ts";
import { CompiledSets } from "./compiled-sets.ts";
import { replayCase } from "./replay-case.ts";
import type { CasesToReplay, ReplayedCases, ReplayTask } from "./replay-task.ts";
import { addCase, emptyTally, isChanged } from "./tally.ts";
import { setsOfTrial } from "./trial.ts";

const NEWLINE = 0x0a;

function* casesIn(lines: Uint8Array): Generator<CaseRecord> {
  const bytes = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength);
  for (let start = 0, end = 0; start < bytes.length; start = end + 1) {
    end = bytes.indexOf(NEWLINE, start);
    yield JSON.parse(bytes.toString("utf8", start, end));
  }
}

/** Makes ready to replay cases. */
export function replayer({ sets, trial }: ReplayTask): (cases: CasesToReplay) => ReplayedCases {
  const known = new CompiledSets(sets);
  const otherFor = setsOfTrial(trial);
  return ({ lines, completes }) => {
    const replayedCases: ReplayedCases = { tally: emptyTally(), changed: [], completes };
    for (const record of casesIn(lines)) {
      const replayed = replayCase(record, known, otherFor, trial.asOf);
      if (!replayed) continue;
      addCase(replayedCases.tally, replayed);
      if (isChanged(replayed) || replayed.after === null) replayedCases.changed.push(replayed);
    }
    return replayedCases;
  };
}
