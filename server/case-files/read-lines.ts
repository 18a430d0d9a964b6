import { isUtf8 } from "node:buffer";
import type { Readable } from "node:stream";

/** The longest line that is read, in bytes. A longer one is skipped without being kept in memory. */
export const LONGEST_LINE = 16 * 1024 * 1024;

/** A line as text, or why it has none. */
export type Line = { text: string; fault?: undefined } | { fault: "line-too-long" | "not-utf8" };

const NEWLINE = 10;

function decode(bytes: Buffer): Line {
  return isUtf8(bytes) ? { text: bytes.toString("utf8") } : { fault: "not-utf8" };
}

/** Splits a stream into lines, a chunk's lines at a time, keeping no more than one chunk and the line that is open. */
export async function* readLines(stream: Readable): AsyncGenerator<Line[]> {
  let open: Buffer[] = [];
  let length = 0;

  const close = (last: Buffer): Line => {
    const whole = length + last.length;
    const line: Line =
      whole > LONGEST_LINE
        ? { fault: "line-too-long" }
        : decode(open.length > 0 ? Buffer.concat([...open, last]) : last);
    open = [];
    length = 0;
    return line;
  };
  const keep = (rest: Buffer): void => {
    length += rest.length;
    if (length > LONGEST_LINE) open = [];
    else if (rest.length > 0) open.push(rest);
  };

  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const lines: Line[] = [];
    let from = 0;
    for (let to = chunk.indexOf(NEWLINE); to !== -1; to = chunk.indexOf(NEWLINE, from)) {
      lines.push(close(chunk.subarray(from, to)));
      from = to + 1;
    }
    keep(chunk.subarray(from));
    if (lines.length > 0) yield lines;
  }
  if (length > 0) yield [close(Buffer.alloc(0))];
}
