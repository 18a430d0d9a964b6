import type { Problem } from "../../engine/index.ts";
import { HttpError } from "../http/http-error.ts";
import { serverProblem } from "../problem.ts";

/** What was asked for with an account cannot be done; each problem says why, and at which field. Nothing was changed. */
export class AccountRefused extends HttpError {
  override readonly name = "AccountRefused";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(422, problems.map(({ message }) => message).join(" "));
    this.problems = problems;
  }
}

/** The refusal for one reason. */
export const refused = (code: string, pointer: string, params: Problem["params"] = {}): AccountRefused =>
  new AccountRefused([serverProblem(code, pointer, params)]);
