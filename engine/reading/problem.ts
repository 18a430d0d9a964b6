import { describeProblem } from "./problem-messages.ts";

export type Params = Readonly<Record<string, string | number>>;

/** What is wrong with what was given: a code, where it stands (RFC 6901), and a sentence that says how to mend it. */
export interface Problem {
  code: string;
  pointer: string;
  message: string;
  params: Params;
}

/** A problem with its English sentence; other languages are made from its code and params. */
export function problem(code: string, pointer: string, params: Params = {}): Problem {
  return { code, pointer, message: describeProblem(code, params), params };
}

const summary = (what: string, problems: readonly Problem[]): string =>
  `${what}: ${problems.map((p) => `${p.pointer || "(whole document)"}: ${p.message}`).join(" ")}`;

/** A case that was refused, with every problem found in it. */
export class CaseError extends Error {
  override readonly name = "CaseError";
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(summary("The case was refused", problems));
    this.problems = problems;
  }
}

/** A rule set that was refused, with every problem found in it. */
export class RuleSetError extends Error {
  override readonly name = "RuleSetError";
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(summary("The rule set was refused", problems));
    this.problems = problems;
  }
}

/** One step of a JSON Pointer, escaped as RFC 6901 asks. */
export const pointerStep = (key: string | number): string =>
  typeof key === "number" ? `/${key}` : `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
