import { styleText } from "node:util";
import type { Problem } from "../../engine/index.ts";
import { Refusal } from "./refusal.ts";

const coloured = (stream: NodeJS.WriteStream): boolean => stream.isTTY === true && !process.env.NO_COLOR;

/** Text in a colour where the stream is a terminal that wants one. */
export const paint = (colour: "red" | "yellow" | "green" | "bold", text: string, stream: NodeJS.WriteStream): string =>
  coloured(stream) ? styleText(colour, text) : text;

/** A problem on a line: what it is about, where in it, what to do. */
export const problemLine = (subject: string, { pointer, message }: Problem): string =>
  [subject, pointer, message].filter((part) => part !== "").join(": ");

/** Tells on standard error what went wrong, without a stack trace. */
export function report(error: unknown): void {
  const { stderr } = process;
  if (error instanceof Refusal) {
    for (const found of error.problems) stderr.write(`${paint("red", problemLine(error.subject, found), stderr)}\n`);
  } else if ((error as NodeJS.ErrnoException).code === "EPIPE") {
    stderr.write("The reader of the output has gone away; stopped.\n");
  } else {
    stderr.write(`${paint("red", `Unexpected: ${(error as Error).message}`, stderr)}\n`);
  }
}
