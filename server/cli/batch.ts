import { CaseError, type Language, type Problem } from "../../engine/index.ts";
import { withoutMark } from "../case-files/byte-order-mark.ts";
import { type Decided, type DecideSettings, decideDocument } from "../case-files/decide-document.ts";
import { type Line, LONGEST_LINE, readLines } from "../case-files/read-lines.ts";
import { sayProblem } from "../language/say-problem.ts";
import { serverProblem } from "../problem.ts";
import { fileRefusal, openFile } from "./files.ts";
import { createProgress } from "./progress.ts";
import { write } from "./standard-output.ts";

/** How many bytes are read, and about as many answers kept, at a time. */
const CHUNK = 64 * 1024;

const faultOf = (fault: "line-too-long" | "not-utf8"): Problem =>
  fault === "not-utf8" ? serverProblem("not-utf8", "") : serverProblem("line-too-long", "", { limit: LONGEST_LINE });

/** How a batch is decided, and the language of the messages in it. */
export interface BatchSettings extends DecideSettings {
  lang: Language;
}

/** Confirms a decision a second time before it is printed. */
export type Confirm = (decided: Decided) => Promise<void>;

function decideLine(line: Line, settings: DecideSettings): Decided {
  if (line.fault) throw new CaseError([faultOf(line.fault)]);
  return decideDocument(line.text, settings);
}

/** A problem as a line of the output holds it, in the language of the messages. */
const shownProblem = (found: Problem, { lang }: BatchSettings): object => ({
  pointer: found.pointer,
  message: sayProblem(lang, found),
  code: found.code,
});

/**
 * Decides one case a line and prints one decision a line, in the same order; a bad line gives its problems in its place.
 * @returns whether every line was decided.
 */
export async function evaluateBatch(file: string, settings: BatchSettings, confirm: Confirm | null): Promise<boolean> {
  const stream = openFile(file, CHUNK);
  const progress = createProgress();
  let number = 0;
  let good = true;
  try {
    for await (const lines of readLines(stream)) {
      const answers: string[] = [];
      for (const line of lines) {
        number++;
        try {
          const decided = decideLine(number === 1 ? unmarked(line) : line, settings);
          if (confirm) await confirm(decided);
          answers.push(JSON.stringify(decided.decision));
        } catch (error) {
          if (!(error instanceof CaseError)) throw error;
          good = false;
          answers.push(
            JSON.stringify({ line: number, error: error.problems.map((found) => shownProblem(found, settings)) }),
          );
        }
      }
      await write(`${answers.join("\n")}\n`);
      progress.show(number);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === "read") throw fileRefusal(file, error);
    throw error;
  } finally {
    progress.end();
  }
  return good;
}

/** The first line without a byte order mark. */
const unmarked = (line: Line): Line => (line.fault ? line : { text: withoutMark(line.text) });
