import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { type Kysely, sql, type Transaction } from "kysely";
import type { KeptDocument, Store } from "../store.ts";
import type { Database } from "./database.ts";
import { STORED } from "./read/stored.ts";

/** How many bytes a part of a document has at most. */
const PART = 256 * 1024;

/** The content in parts of one size, the last one smaller. */
async function* inParts(content: Readable): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < PART) continue;
    const whole = Buffer.concat(waiting);
    let at = 0;
    for (; at + PART <= whole.length; at += PART) yield whole.subarray(at, at + PART);
    waiting = [whole.subarray(at)];
    size = whole.length - at;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

async function writeParts(transaction: Transaction<Database>, content: number, parts: AsyncIterable<Buffer>) {
  const hash = createHash("sha256");
  let size = 0;
  let part = 0;
  for await (const bytes of parts) {
    hash.update(bytes);
    size += bytes.length;
    await transaction.insertInto("document_parts").values({ content, part: part++, bytes }).execute();
  }
  return { sha256: hash.digest("hex"), bytes: size };
}

/** The hash is known at the end: until then the parts stand under a number. */
async function keepDocument(db: Kysely<Database>, source: Readable): Promise<{ sha256: string; bytes: number }> {
  return db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ content: number }>`select nextval('document_content') as content`.execute(transaction);
    const content = rows[0]?.content as number;
    const named = await writeParts(transaction, content, inParts(source));
    const kept = await transaction
      .insertInto("document_contents")
      .values({ ...named, content })
      .onConflict((conflict) => conflict.column("sha256").doUpdateSet({ kept_at: sql<Date>`now()` }))
      .returning("content")
      .executeTakeFirst();
    if (kept?.content !== content)
      await transaction.deleteFrom("document_parts").where("content", "=", content).execute();
    return named;
  });
}

/** How many documents are listed at a time. */
const PAGE = 1000;

async function* keptDocuments(db: Kysely<Database>): AsyncGenerator<KeptDocument> {
  for (let after = "", more = true; more; ) {
    const listed = db
      .selectFrom("document_contents")
      .select(["sha256", "bytes", "kept_at"])
      .where("sha256", ">", after);
    const rows = await listed.orderBy("sha256").limit(PAGE).execute();
    for (const { kept_at, ...document } of rows) yield { ...document, keptAt: kept_at.toISOString() };
    more = rows.length === PAGE;
    after = rows.at(-1)?.sha256 ?? after;
  }
}

/** Whoever brings the same bytes meanwhile waits, and then keeps them anew. */
async function dropDocument(db: Kysely<Database>, sha256: string, before: string): Promise<boolean> {
  const { rows } = await sql`
    with dropped as (
      delete from document_contents where sha256 = ${sha256} and kept_at < ${before} returning content
    ), parts as (
      delete from document_parts where content in (select content from dropped)
    )
    select from dropped`.execute(db);
  return rows.length > 0;
}

async function* readParts(db: Kysely<Database>, content: number): AsyncGenerator<Buffer> {
  for (let part = 0; ; part++) {
    const found = await db
      .selectFrom("document_parts")
      .select("bytes")
      .where("content", "=", content)
      .where("part", "=", part)
      .executeTakeFirst();
    if (!found) return;
    yield found.bytes;
  }
}

/** Keeps and reads documents. */
export const documents = (
  db: Kysely<Database>,
): Pick<Store, "documentsOf" | "keepDocument" | "document" | "keptDocuments" | "dropDocument"> => ({
  documentsOf: (caseId) =>
    db.selectFrom("documents").select(STORED).where("case_id", "=", caseId).orderBy("id").execute(),

  keepDocument: (content) => keepDocument(db, content),

  keptDocuments: () => keptDocuments(db),

  dropDocument: (sha256, before) => dropDocument(db, sha256, before),

  document: async (sha256) => {
    const found = await db
      .selectFrom("document_contents")
      .select("content")
      .where("sha256", "=", sha256)
      .executeTakeFirst();
    return found ? Readable.from(readParts(db, found.content), { objectMode: false }) : null;
  },
});
