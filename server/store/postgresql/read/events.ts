import { type Kysely, sql } from "kysely";
import { readEvent } from "../../log/read-event.ts";
import type { EventQuery, Store, WrittenEvent } from "../../store.ts";
import type { Database } from "../database.ts";

/** How many events, and about how many bytes of them, are read at a time. */
const PAGE = { events: 1000, bytes: 4 * 1024 * 1024 };

/** The next events of the log, as many as make a page: at least one, where there is one. */
async function readPage(db: Kysely<Database>, from: number, to: number): Promise<WrittenEvent[]> {
  const sized = db
    .selectFrom("events")
    .select(["seq", sql<number>`sum(octet_length(line)) over (order by seq)`.as("bytes")])
    .where("seq", ">=", from)
    .where("seq", "<", Math.min(to, from + PAGE.events));
  return db
    .selectFrom("events")
    .innerJoin(sized.as("sized"), "sized.seq", "events.seq")
    .select(["events.seq", "line"])
    .where((is) => is.or([is("sized.bytes", "<=", PAGE.bytes), is("events.seq", "=", from)]))
    .orderBy("events.seq")
    .execute();
}

async function* readEvents(db: Kysely<Database>, from: number, to: number): AsyncGenerator<WrittenEvent> {
  for (let next = from; next < to; ) {
    const page = await readPage(db, next, to);
    if (page.length === 0) return;
    yield* page;
    next += page.length;
  }
}

/** What follows each text that begins with this one, in the order of their bytes. */
const after = (prefix: string): string =>
  `${prefix.slice(0, -1)}${String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1)}`;

/** The places of the events that changed a record, or one of those whose ids begin so. */
function changing(db: Kysely<Database>, record: string) {
  const changes = db.selectFrom("event_records").select("seq");
  if (!record.endsWith("/")) return changes.where("id", "=", record);
  return changes.where("id", ">=", record).where("id", "<", after(record));
}

function find(db: Kysely<Database>, { action, by, record, since, until, before, limit }: EventQuery) {
  let found = db.selectFrom("events").select("head").orderBy("seq", "desc").limit(limit);
  if (action !== undefined) found = found.where("action", "=", action);
  if (by !== undefined) found = found.where("by_account", "=", by);
  if (record !== undefined) found = found.where("seq", "in", changing(db, record));
  if (since !== undefined) found = found.where("at", ">=", new Date(since));
  if (until !== undefined) found = found.where("at", "<=", new Date(until));
  if (before !== undefined) found = found.where("seq", "<", before);
  return found;
}

/** Reads the log. */
export const readLog = (db: Kysely<Database>): Pick<Store, "head" | "events" | "findEvents" | "event"> => ({
  head: async () => {
    const last = await db
      .selectFrom("events")
      .select(({ fn }) => fn.max("seq").as("seq"))
      .executeTakeFirst();
    return { size: (last?.seq ?? -1) + 1 };
  },

  events: (from = 0, to = Number.MAX_SAFE_INTEGER) => readEvents(db, from, to),

  findEvents: async (query) => (await find(db, query).execute()).map(({ head }) => head),

  event: async (seq) => {
    if (!Number.isSafeInteger(seq)) return null;
    const found = await db.selectFrom("events").select("line").where("seq", "=", seq).executeTakeFirst();
    return found ? readEvent(found.line) : null;
  },
});
