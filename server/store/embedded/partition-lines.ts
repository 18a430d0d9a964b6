import type { RecordKind } from "../records.ts";
import type { Entry } from "./entry.ts";
import { NEWLINE } from "./journal-line.ts";
import { beginOf, STATE } from "./partition-format.ts";

/** What stands after a state: the end of its record. */
const AFTER = { last: 1, other: 2 };
const COMMA = 0x2c;

/** The states of records, each a line of JSON. */
export const linesOf = (entries: Iterable<Entry>): Uint8Array =>
  Buffer.from([...entries].flatMap(({ text }) => (text === null ? [] : [`${text}\n`])).join(""));

/** Cuts the states of the records of a kind out of a partition's bytes, each a line of JSON. */
export function cutLines(kind: RecordKind, bytes: Buffer): Uint8Array {
  const begin = Buffer.from(beginOf(kind));
  const lines = Buffer.allocUnsafeSlow(bytes.length);
  let length = 0;
  for (let start = 0, end = 0; start < bytes.length; start = end + 1) {
    end = bytes.indexOf(NEWLINE, start);
    if (!bytes.subarray(start, start + begin.length).equals(begin)) continue;
    const state = bytes.indexOf(STATE, start);
    if (state === -1 || state > end) continue;
    const after = end - (bytes[end - 1] === COMMA ? AFTER.other : AFTER.last);
    length += bytes.copy(lines, length, state + STATE.length, after);
    lines[length++] = NEWLINE;
  }
  return lines.subarray(0, length);
}
