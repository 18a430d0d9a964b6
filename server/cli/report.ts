import type { Language } from "../../engine/index.ts";
import { messages } from "../language/messages.ts";
import { sayProblem } from "../language/say-problem.ts";
import { StoreFull, StoreRefused, StoreUnavailable } from "../store/failures.ts";
import { paint } from "./paint.ts";
import { Refusal, Refusals } from "./refusal.ts";

const isOfStore = (error: unknown): error is Error =>
  [StoreFull, StoreUnavailable].some((type) => error instanceof type);

const sentencesOf = ({ subject, problems }: Refusal, language: Language): string[] =>
  problems.map((found) =>
    [subject, found.pointer, sayProblem(language, found)].filter((part) => part !== "").join(": "),
  );

function sentences(error: unknown, language: Language): string[] {
  if (error instanceof Refusal) return sentencesOf(error, language);
  if (error instanceof Refusals) return error.refusals.flatMap((refusal) => sentencesOf(refusal, language));
  const say = messages(language);
  if (error instanceof StoreRefused) return [say(`cli.store-refused.${error.code}`, { reason: error.message })];
  if (isOfStore(error)) return [error.message];
  if ((error as NodeJS.ErrnoException).code === "EPIPE") return [say("cli.reader-gone")];
  return [say("cli.unexpected", { reason: (error as Error).message })];
}

/** Tells on standard error what went wrong: what, where, how to mend it; never a stack trace. */
export function report(error: unknown, language: Language): void {
  for (const sentence of sentences(error, language))
    process.stderr.write(`${paint("red", sentence, process.stderr)}\n`);
}
