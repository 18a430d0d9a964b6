import type { RecordKind, RecordStates, Stored } from "../records.ts";
import { type Entry, storedOf } from "./entry.ts";
import type { EventLog } from "./event-log.ts";

/** Reads the record of an entry whole: from the journal, where its body stays there. */
export async function showEntry<Kind extends RecordKind>(
  log: EventLog,
  entry: Entry,
): Promise<Stored<RecordStates[Kind]>> {
  if (entry.text !== null) return storedOf<Kind>(entry);
  const { kind, id, version, seq } = entry;
  const event = await log.event(seq);
  const record = event?.records.find((one) => one.kind === kind && one.id === id);
  if (!record?.state) throw new Error(`the event ${seq} does not hold ${kind} ${id}`);
  return { id, version, state: record.state as RecordStates[Kind] };
}
