import { HttpError } from "../../http/http-error.ts";

/** Too many attempts in too short a time: the next one may be made after so many seconds. */
export class TooManyAttempts extends HttpError {
  override readonly name = "TooManyAttempts";
  readonly seconds: number;

  constructor(milliseconds: number) {
    super(429, "too many attempts");
    this.seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  }
}
