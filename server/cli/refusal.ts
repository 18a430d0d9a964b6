import type { Problem } from "../../engine/index.ts";

/** What a command was refused for: bad input, or no rule set. Ends the command with exit code 2. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  /** What the problems are about: a file, or an option. */
  readonly subject: string;
  readonly problems: readonly Problem[];

  constructor(subject: string, problems: readonly Problem[]) {
    super(subject);
    this.subject = subject;
    this.problems = problems;
  }
}

/** Several refusals at once, as of the lines of a file. */
export class Refusals extends Error {
  override readonly name = "Refusals";
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map(({ subject }) => subject).join(", "));
    this.refusals = refusals;
  }
}
