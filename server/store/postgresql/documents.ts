import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { type Kysely, sql, type Transaction } from "kysely";
import type { Store } from "../store.ts";
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
      .onConflict((conflict) => conflict.column("sha256").doNothing())
      .executeTakeFirst();
    if (kept.numInsertedOrUpdatedRows === 0n)
      await transaction.deleteFrom("document_parts").where("content", "=", content).execute();
    return named;
  });
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
export const documents = (db: Kysely<Database>): Pick<Store, "documentsOf" | "keepDocument" | "document"> => ({
  documentsOf: (caseId) =>
    db.selectFrom("documents").select(STORED).where("case_id", "=", caseId).orderBy("id").execute(),

  keepDocument: (content) => keepDocument(db, content),

  document: async (sha256) => {
    const found = await db
      .selectFrom("document_contents")
      .select("content")
      .where("sha256", "=", sha256)
      .executeTakeFirst();
    return found ? Readable.from(readParts(db, found.content), { objectMode: false }) : null;
  },
});
