import { HttpError } from "../../http/http-error.ts";

/** The attempts cannot be counted at the moment, and uncounted none is admitted; it may work again later. */
export class CountersUnavailable extends HttpError {
  override readonly name = "CountersUnavailable";

  constructor(cause: unknown) {
    super(503, "the attempts cannot be counted", "counters-unavailable");
    this.cause = cause;
  }
}
