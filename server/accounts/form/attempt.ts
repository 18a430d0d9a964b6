import type { Response } from "express";
import type { Problem } from "../../../engine/index.ts";
import { serverProblem } from "../../problem.ts";
import { AccountRefused } from "../account-refused.ts";
import { TooManyAttempts } from "../throttle/too-many-attempts.ts";

/** What came of something that a form asked for: its result, or why it is refused. */
export type Outcome<T> = { result: T; problems: null } | { result: null; problems: readonly Problem[] };

/** Does something, and turns what it is refused for into problems to show, with the status of the answer. */
export async function attempt<T>(response: Response, step: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { result: await step(), problems: null };
  } catch (error) {
    if (error instanceof TooManyAttempts) {
      response.status(error.status).set("Retry-After", String(error.retryAfter));
      return { result: null, problems: [serverProblem("too-many-attempts", "", error.params)] };
    }
    if (!(error instanceof AccountRefused)) throw error;
    response.status(error.status);
    return { result: null, problems: error.problems };
  }
}
