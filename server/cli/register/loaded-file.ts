import type { Language } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import { serverProblem } from "../../problem.ts";
import type { RuleBook } from "../../published-rules.ts";
import { type GivenLine, givenLines } from "../../register/file/given-lines.ts";
import { type FaultyLine, judgeLines } from "../../register/file/judge-lines.ts";
import type { Register } from "../../register/file/register.ts";
import type { Chamber, Stored } from "../../store/records.ts";
import { todayInAlmaty } from "../../today.ts";
import { fileRefusal, openFile } from "../files.ts";
import { Refusal, Refusals } from "../refusal.ts";

/** A register's file, and the language in which is told what is wrong with it. */
export interface LoadedFile {
  name: string;
  lang: Language;
  lines: readonly GivenLine[];
}

/** Reads a register's file; `-` is standard input. @throws {Refusal} where it cannot be read. */
export async function readLoadedFile(name: string, lang: Language): Promise<LoadedFile> {
  try {
    return { name, lang, lines: await givenLines(openFile(name)) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === "read") throw fileRefusal(name, error);
    throw error;
  }
}

function refusalsOf({ name: file, lang }: LoadedFile, faulty: readonly FaultyLine[]): Refusals {
  const say = messages(lang);
  const ofLines = faulty.map(({ line, problems }) => new Refusal(say("cli.register-line", { file, line }), problems));
  const ofFile = new Refusal(file, [serverProblem("register-not-loaded", "", { lines: faulty.length })]);
  return new Refusals([...ofLines, ofFile]);
}

/**
 * Takes a register's file as a whole.
 * @param kept the chambers that the store holds
 * @throws {Refusals} with every problem of every line.
 */
export function acceptLines(file: LoadedFile, rules: RuleBook, kept: readonly Stored<Chamber>[]): Register {
  const day = todayInAlmaty();
  const { register, faulty } = judgeLines({ rules, today: () => day }, file.lines, kept);
  if (faulty) throw refusalsOf(file, faulty);
  return register;
}
