import type { RecordEvent } from "../../store/change.ts";
import { stateHash } from "../../store/log/state-hash.ts";
import type { Store } from "../../store/store.ts";

const AT_ONCE = 20;

/** The event that left a record as the one at a place found it. */
async function eventBefore(store: Store, { kind, id, version }: RecordEvent, seq: number): Promise<number | null> {
  for (let before = seq; ; ) {
    const found = await store.findEvents({ record: id, before, limit: AT_ONCE });
    const made = found.find(({ records }) =>
      records.some((one) => one.kind === kind && one.id === id && one.version === version - 1),
    );
    if (made) return made.seq;
    const last = found.at(-1);
    if (!last || found.length < AT_ONCE) return null;
    before = last.seq;
  }
}

/**
 * The state of a record before an event, from the event that made it.
 * @returns null for a new record; undefined where the log does not hold the state that the event gives the hash of.
 */
export async function stateBefore(
  store: Store,
  record: RecordEvent,
  seq: number,
): Promise<RecordEvent["state"] | undefined> {
  if (record.before === null) return null;
  const made = await eventBefore(store, record, seq);
  const event = made === null ? null : await store.event(made);
  const state = event?.records.find(({ kind, id }) => kind === record.kind && id === record.id)?.state;
  return state && stateHash(JSON.stringify(state)) === record.before ? state : undefined;
}
