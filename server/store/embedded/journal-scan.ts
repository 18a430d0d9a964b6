import type { OpenFile } from "./files.ts";
import { NEWLINE } from "./journal-line.ts";
import { readAt } from "./whole-file.ts";

/** A piece of the journal between two ends of lines. */
export interface ScannedLine {
  /** Where it begins. */
  offset: number;
  /** Without its end. */
  bytes: Buffer;
  /** Whether it has an end: only the last one may lack it. */
  ended: boolean;
}

const CHUNK = 1024 * 1024;

/** The lines of a file from one position to another, a chunk's lines at a time. */
export async function* scanLines(file: OpenFile, from: number, to: number): AsyncGenerator<ScannedLine[]> {
  let open: Buffer[] = [];
  let offset = from;
  for (let position = from; position < to; ) {
    const chunk = await readAt(file, position, Math.min(CHUNK, to - position));
    if (chunk.length === 0) break;
    const lines: ScannedLine[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      const last = chunk.subarray(start, end);
      const bytes = open.length > 0 ? Buffer.concat([...open, last]) : last;
      lines.push({ offset, bytes, ended: true });
      offset += bytes.length + 1;
      open = [];
      start = end + 1;
    }
    if (start < chunk.length) open.push(chunk.subarray(start));
    position += chunk.length;
    if (lines.length > 0) yield lines;
  }
  if (open.length > 0) yield [{ offset, bytes: Buffer.concat(open), ended: false }];
}
