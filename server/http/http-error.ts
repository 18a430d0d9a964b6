import type { MessageParams } from "../language/messages.ts";

/** A request that is answered with an error status. */
export class HttpError extends Error {
  override readonly name: string = "HttpError";
  readonly status: number;
  /** Which words the page uses: those of the status, where it has none of its own. */
  readonly wording: string;
  /** What the words name. */
  readonly params: MessageParams = {};
  /** After how many seconds it may be tried again, where that is known. */
  readonly retryAfter: number | null = null;

  constructor(status: number, message = `status ${status}`, wording = String(status)) {
    super(message);
    this.status = status;
    this.wording = wording;
  }
}
