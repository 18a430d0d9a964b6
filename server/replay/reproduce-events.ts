import { createHash } from "node:crypto";
import type { LoggedEvent, RecordEvent } from "../store/change.ts";
import type { RecordedDecision } from "../store/records.ts";
import { CompiledSets } from "./compiled-sets.ts";
import type { ReplayScope } from "./replay-recorded.ts";
import { reproduceDecision, unlike } from "./reproduce-decision.ts";
import type { EventsToReproduce, Reproduced, ReproduceTask, Unlike } from "./reproduce-task.ts";

/** The chamber's year that a decision is of, from its id. */
const placeOf = (decision: string): string => decision.split("/").slice(0, 2).join("/");

function isAsked({ chambers = [], years = [] }: ReplayScope, decision: string): boolean {
  const [chamber = "", year = ""] = decision.split("/");
  return (chambers.length === 0 || chambers.includes(chamber)) && (years.length === 0 || years.includes(Number(year)));
}

const seqOf = (line: string): string => `#${/^\{"seq":(\d+)/.exec(line)?.[1] ?? "?"}`;

function recordsOf(line: string): RecordEvent[] | null {
  try {
    return (JSON.parse(line) as LoggedEvent).records;
  } catch {
    return null;
  }
}

/** Whether a record is still what its event says it was, by the hash. */
const isWhole = ({ state, after }: RecordEvent): boolean =>
  createHash("sha256").update(JSON.stringify(state)).digest("hex") === after;

function tryAgain(record: RecordEvent, sets: CompiledSets): Unlike | null {
  const found = reproduceDecision(record.id, record.state as RecordedDecision, sets);
  return found ?? (isWhole(record) ? null : unlike(record.id, "damaged"));
}

function countIn(reproduced: Reproduced, record: RecordEvent, sets: CompiledSets): void {
  const found = tryAgain(record, sets);
  const place = placeOf(record.id);
  reproduced.decisions++;
  reproduced.places[place] = (reproduced.places[place] ?? 0) + 1;
  if (found) reproduced.unlike.push(found);
}

/** Makes ready to make recorded decisions once more. Events of the log come in its order. */
export function reproducer({ scope }: ReproduceTask): (events: EventsToReproduce) => Reproduced {
  const sets = new CompiledSets();
  return ({ lines, sets: added }) => {
    for (const set of added) sets.add(set);
    const reproduced: Reproduced = { decisions: 0, places: {}, unlike: [] };
    for (const line of lines) {
      const records = recordsOf(line);
      if (!records) reproduced.unlike.push(unlike(seqOf(line), "unreadable"));
      for (const record of records ?? [])
        if (record.kind === "decision" && record.state && isAsked(scope, record.id)) countIn(reproduced, record, sets);
    }
    return reproduced;
  };
}
