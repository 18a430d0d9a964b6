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

async function sizeOf(db: Kysely<Database>): Promise<number> {
  const newest = db.selectFrom("events").select(({ fn }) => fn.max("seq").as("seq"));
  return ((await newest.executeTakeFirst())?.seq ?? -1) + 1;
}

/** The events from one place on, up to and without another; no more than there are when it begins. */
async function* readEvents(db: Kysely<Database>, from: number, to = Number.POSITIVE_INFINITY) {
  const below = Math.min(to, await sizeOf(db));
  for (let next = from; next < below; ) {
    const page = await readPage(db, next, below);
    yield* page;
    next += page.length;
  }
}

/** The places of the events that changed a record, or one of those whose ids begin so. */
function changing(db: Kysely<Database>, record: string) {
  const changes = db.selectFrom("event_records").select("seq");
  if (!record.endsWith("/")) return changes.where("id", "=", record);
  const afterAll = `${record.slice(0, -1)}0`; // In the order of the ids, "0" follows "/".
  return changes.where("id", ">", record).where("id", "<", afterAll);
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
  head: async () => ({ size: await sizeOf(db) }),

  events: (from = 0, to) => readEvents(db, from, to),

  findEvents: async (query) => (await find(db, query).execute()).map(({ head }) => head),

  event: async (seq) => {
    if (!Number.isSafeInteger(seq)) return null;
    const found = await db.selectFrom("events").select("line").where("seq", "=", seq).executeTakeFirst();
    return found ? readEvent(found.line) : null;
  },
});
