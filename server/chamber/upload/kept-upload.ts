import { Readable } from "node:stream";
import type { Store } from "../../store/store.ts";

/** Whose an uploaded file is: of a chamber's year, and of the account that brought it. */
export interface UploadOwner {
  chamber: string;
  year: number;
  account: string | null;
}

/** The line that stands before an uploaded file where it is kept. */
const labelOf = ({ chamber, year, account }: UploadOwner): Buffer =>
  Buffer.from(`qagida upload ${JSON.stringify([chamber, year, account])}\n`);

/**
 * Keeps an uploaded file behind a line that says whose it is: so its SHA-256 names it for its owner alone, and no
 * document of a case can be read as an upload. No record names the file: it is swept away a day after it was brought. What is
 * recorded from it stands whole in the cases and decisions, so copies and backups leave it out; afterwards it is uploaded
 * anew.
 * @returns the SHA-256 under which it is kept.
 */
export async function keepUpload(store: Store, owner: UploadOwner, content: Buffer): Promise<string> {
  const { sha256 } = await store.keepDocument(Readable.from([labelOf(owner), content], { objectMode: false }));
  return sha256;
}

async function* afterStart(start: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield start;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** The file that was kept for this owner under the SHA-256; null where there is none. */
export async function openUpload(store: Store, owner: UploadOwner, sha256: string): Promise<Readable | null> {
  const kept = await store.document(sha256);
  if (!kept) return null;
  const label = labelOf(owner);
  const chunks = kept[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let start = Buffer.alloc(0);
  while (start.length < label.length) {
    const { value, done } = await chunks.next();
    if (done) return null;
    start = Buffer.concat([start, value]);
  }
  if (!start.subarray(0, label.length).equals(label)) {
    kept.destroy();
    return null;
  }
  const content = Readable.from(afterStart(start.subarray(label.length), chunks), { objectMode: false });
  return content.once("close", () => kept.destroy());
}
