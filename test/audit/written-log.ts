import type { Log } from "../../server/audit/seals/sealed-tree.ts";
import type { RecordChange } from "../../server/store/change.ts";
import { writeJournalLines } from "../../server/store/embedded/journal-line.ts";
import { type KeptBefore, writeEvent } from "../../server/store/log/write-event.ts";
import type { Account } from "../../server/store/records.ts";

const BY = { account: "a-1", name: "Айгүл Сәрсенова" };
const RECORDS = 7;

const account = (at: number, name: string): Account => ({ login: `a-${at}`, name, grants: [], closed: false });

/** Goes on from events as a store would: each changes one of a few records, or two of them. */
export function writeLog(size: number, namedBy: (seq: number) => string = (seq) => `Name ${seq}`): string[] {
  const kept = new Map<string, KeptBefore>();
  return Array.from({ length: size }, (_, seq) => {
    const ids = [...new Set([seq % RECORDS, (seq * 3) % RECORDS])].slice(0, 1 + (seq % 2));
    const records = ids.map(
      (at): RecordChange => ({
        kind: "account",
        id: `r-${at}`,
        from: kept.get(`r-${at}`)?.version ?? 0,
        state: account(at, namedBy(seq)),
      }),
    );
    const before = records.map(({ id }) => kept.get(id) ?? null);
    const instant = new Date(Date.UTC(2025, 2, 20, 10, 0, seq)).toISOString();
    const event = writeEvent(seq, instant, { action: "account.change", by: BY, reason: "due", records }, before);
    for (const { id, version, after } of event.records) kept.set(id, { version, hash: after as string });
    return event.line;
  });
}

/** The log as a store gives it. */
export const logOf = (events: readonly string[]): Log => ({
  head: async () => ({ size: events.length }),
  async *events(from = 0, to = events.length) {
    for (const [at, line] of events.slice(from, to).entries()) yield { seq: from + at, line };
  },
});

/** So many events are written at once. */
const BATCH = 3;

/** The lines of a journal, each with its end. */
export function journalLines(events: readonly string[]): Buffer[] {
  if (events.length === 0) return [];
  const { bytes, starts } = writeJournalLines(events.slice(0, BATCH));
  return [...starts.map((start, at) => bytes.subarray(start, starts[at + 1])), ...journalLines(events.slice(BATCH))];
}
