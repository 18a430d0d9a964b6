import { HttpError } from "../../http/http-error.ts";
import type { MessageParams } from "../../language/messages.ts";

const MINUTE = 60;

/** Too many attempts in too short a time: the next one may be made after so many seconds. */
export class TooManyAttempts extends HttpError {
  override readonly name = "TooManyAttempts";
  override readonly retryAfter: number;
  override readonly params: MessageParams;

  constructor(milliseconds: number) {
    super(429, "too many attempts", "too-many-attempts");
    const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
    this.retryAfter = seconds;
    this.params =
      seconds < MINUTE ? { unit: "second", count: seconds } : { unit: "minute", count: Math.ceil(seconds / MINUTE) };
  }
}
