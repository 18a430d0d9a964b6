import type { MessageParams } from "../language/messages.ts";

/** Why a step of the procedure is refused. */
export type RefusalCode =
  | "not-a-draft"
  | "not-in-review"
  | "has-errors"
  | "nothing-changed"
  | "old-base"
  | "not-the-last-revision"
  | "own-draft"
  | "approved-already"
  | "objected-already"
  | "another-text"
  | "year-has-turned"
  | "no-reason"
  | "no-objection";

/** A step of the procedure that the Rules, or the Collegium's own order, do not allow now. */
export class AdoptionRefused extends Error {
  override readonly name = "AdoptionRefused";
  readonly status = 409;
  readonly code: RefusalCode;
  readonly params: MessageParams;

  constructor(code: RefusalCode, params: MessageParams = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** Refuses the step unless what it needs holds. */
export function demand(holds: boolean, code: RefusalCode, params: MessageParams = {}): asserts holds {
  if (!holds) throw new AdoptionRefused(code, params);
}
