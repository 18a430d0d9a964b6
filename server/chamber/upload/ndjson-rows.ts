import type { Readable } from "node:stream";
import { withoutMark } from "../../case-files/byte-order-mark.ts";
import { LONGEST_LINE, readLines } from "../../case-files/read-lines.ts";
import { serverProblem } from "../../problem.ts";
import type { ReadRow } from "./read-row.ts";

/** Reads a case a line; blank lines are passed over. */
export async function* ndjsonRows(content: Readable): AsyncGenerator<ReadRow> {
  let row = 0;
  for await (const lines of readLines(content)) {
    for (const line of lines) {
      row++;
      if (line.fault) {
        yield { row, problems: [serverProblem(line.fault, "", { limit: LONGEST_LINE })], given: "" };
      } else {
        const document = withoutMark(line.text);
        if (document.trim() !== "") yield { row, document };
      }
    }
  }
}
