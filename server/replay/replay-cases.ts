import type { CaseRecord } from "../store/records.ts";
import { CompiledSets } from "./compiled-sets.ts";
import { replayCase } from "./replay-case.ts";
import type { CasesToReplay, ReplayedCases, ReplayTask } from "./replay-task.ts";
import { addCase, emptyTally, isChanged } from "./tally.ts";
import { setsOfTrial } from "./trial.ts";

const NEWLINE = 0x0a;

function readCase(place: string, line: string): CaseRecord {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`A case of ${place} is damaged: what is kept of it is no JSON.`); // Without its text, which names somebody.
  }
}

/** The cases in lines. @throws {Error} where one of them cannot be read. */
function* casesIn({ place, lines }: CasesToReplay): Generator<CaseRecord> {
  const bytes = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength);
  for (let start = 0, end = 0; start < bytes.length; start = end + 1) {
    end = bytes.indexOf(NEWLINE, start);
    yield readCase(place, bytes.toString("utf8", start, end));
  }
}

/** Makes ready to replay cases. */
export function replayer({ sets, trial }: ReplayTask): (cases: CasesToReplay) => ReplayedCases {
  const known = new CompiledSets(sets);
  const otherFor = setsOfTrial(trial);
  return (cases) => {
    const replayedCases: ReplayedCases = { tally: emptyTally(), changed: [], completes: cases.completes };
    for (const record of casesIn(cases)) {
      const replayed = replayCase(record, known, otherFor, trial.asOf);
      if (!replayed) continue;
      addCase(replayedCases.tally, replayed);
      if (isChanged(replayed) || replayed.after === null) replayedCases.changed.push(replayed);
    }
    return replayedCases;
  };
}
