import type { Readable } from "node:stream";

/** A line of a file: its bytes without the line's end, and whether it has one. */
export interface FileLine {
  bytes: Buffer;
  ended: boolean;
}

const NEWLINE = 10;

/** Splits a stream of bytes into lines; only the last may lack its end. */
export async function* readLines(stream: Readable): AsyncGenerator<FileLine> {
  let open: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0;
    for (let to = chunk.indexOf(NEWLINE); to !== -1; to = chunk.indexOf(NEWLINE, from)) {
      const last = chunk.subarray(from, to);
      yield { bytes: open.length > 0 ? Buffer.concat([...open, last]) : last, ended: true };
      open = [];
      from = to + 1;
    }
    if (from < chunk.length) open.push(chunk.subarray(from));
  }
  if (open.length > 0) yield { bytes: Buffer.concat(open), ended: false };
}
