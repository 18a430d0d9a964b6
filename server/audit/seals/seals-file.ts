import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { readLines } from "../read-lines.ts";
import { readSeal, type Seal } from "./seal.ts";

/** What stands in a file of seals. */
export interface FiledSeal {
  /** Null where it cannot be read. */
  seal: Seal | null;
  /** The place in the file, in bytes, up to which it goes. */
  end: number;
}

const SIGNATURE = "— ";
/** More than the longest seal takes, in bytes. */
const ROOM_FOR_SEALS = 8_192;

/** How a seal stands in the file: an empty line follows it. */
export const filedSeal = ({ note }: Pick<Seal, "note">): string => `${note}\n`;

/** How long the file is, in bytes; 0 where there is none. */
export async function lengthOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return 0;
    throw error;
  }
}

/** Reads seals from one place of the file up to another, in bytes. One that was not written to its end is left out. */
export async function* readSeals(file: string, from: number, to: number): AsyncGenerator<FiledSeal> {
  if (from >= to) return;
  let lines: string[] = [];
  let end = from;
  for await (const { bytes, ended } of readLines(createReadStream(file, { start: from, end: to - 1 }))) {
    if (!ended) return;
    end += bytes.length + 1;
    lines.push(bytes.toString("utf8"));
    if (bytes.length === 0 && lines.at(-2)?.startsWith(SIGNATURE)) {
      yield { seal: readSeal(lines.join("\n")), end };
      lines = [];
    }
  }
}

/** The last seal of the file that was written to its end. */
export async function lastSeal(file: string): Promise<FiledSeal> {
  const length = await lengthOf(file);
  let last: FiledSeal = { seal: null, end: 0 };
  for await (const filed of readSeals(file, Math.max(0, length - ROOM_FOR_SEALS), length)) last = filed;
  return last;
}
