import { HttpError } from "../http/http-error.ts";

/** A run over what is recorded that broke off: what was damaged stands in its cause, for the log. */
export class BrokenOff extends HttpError {
  override readonly name = "BrokenOff";

  constructor(cause: unknown) {
    super(500, `What is recorded could not be gone through: ${(cause as Error).message}`, "broken-off");
    this.cause = cause;
  }
}
