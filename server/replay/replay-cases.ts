import { type CompiledRuleSet, compile } from "../../engine/compile.ts";
import type { CaseRecord } from "../store/records.ts";
import { CompiledSets } from "./compiled-sets.ts";
import { replayCase } from "./replay-case.ts";
import type { CasesToReplay, ReplayedCases, ReplayTask } from "./replay-task.ts";
import { addCase, emptyTally, isChanged } from "./tally.ts";

function replayAll(cases: CasesToReplay, sets: CompiledSets, other: CompiledRuleSet): ReplayedCases {
  const replayedCases: ReplayedCases = { tally: emptyTally(), changed: [] };
  for (const text of cases) {
    const replayed = replayCase(JSON.parse(text) as CaseRecord, sets, other);
    if (!replayed) continue;
    addCase(replayedCases.tally, replayed);
    if (isChanged(replayed) || replayed.after === null) replayedCases.changed.push(replayed);
  }
  return replayedCases;
}

/** Makes ready to replay cases under another rule set. */
export function replayer({ sets, other }: ReplayTask): (cases: CasesToReplay) => ReplayedCases {
  const known = new CompiledSets(sets);
  const compiled = compile(other);
  return (cases) => replayAll(cases, known, compiled);
}
