import type { LoggedEvent, RecordEvent } from "../store/change.ts";
import type { RecordedDecision } from "../store/records.ts";
import { CompiledSets } from "./compiled-sets.ts";
import { reproduceDecision } from "./reproduce-decision.ts";
import type { EventsToReproduce, Reproduced } from "./reproduce-task.ts";

const placeOf = (decision: string): string => decision.split("/").slice(0, 2).join("/");

const unreadable = (line: string) => ({
  code: "unreadable" as const,
  decision: `#${/^\{"seq":(\d+)/.exec(line)?.[1] ?? "?"}`,
  place: "",
  recorded: "",
  now: "",
});

function recordsOf(line: string): RecordEvent[] | null {
  try {
    return (JSON.parse(line) as LoggedEvent).records;
  } catch {
    return null;
  }
}

function countIn(reproduced: Reproduced, { id, state }: RecordEvent, sets: CompiledSets): void {
  const unlike = reproduceDecision(id, state as RecordedDecision, sets);
  const place = placeOf(id);
  reproduced.decisions++;
  reproduced.places[place] = (reproduced.places[place] ?? 0) + 1;
  if (unlike) reproduced.unlike.push(unlike);
}

/** Makes ready to make recorded decisions once more. Events of the log come in its order. */
export function reproducer(): (events: EventsToReproduce) => Reproduced {
  const sets = new CompiledSets();
  return ({ lines, sets: added }) => {
    for (const set of added) sets.add(set);
    const reproduced: Reproduced = { decisions: 0, places: {}, unlike: [] };
    for (const line of lines) {
      const records = recordsOf(line);
      if (!records) reproduced.unlike.push(unreadable(line));
      for (const record of records ?? [])
        if (record.kind === "decision" && record.state) countIn(reproduced, record, sets);
    }
    return reproduced;
  };
}
