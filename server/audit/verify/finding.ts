import type { MessageParams } from "../../language/messages.ts";

/** Everything that can be wrong with a log and its seals. Said by the keys `audit.finding.<code>`. */
export const FINDING_CODES = [
  "unreadable-event",
  "edited-event",
  "out-of-order",
  "edited-state",
  "broken-chain",
  "truncated",
  "forked",
  "unsealed",
  "unreadable-seal",
  "unsigned-seal",
  "seals-missing",
  "seal-out-of-order",
  "seals-cut",
  "seal-gone",
] as const;

/** Something that is wrong with a log, and where. */
export interface Finding {
  code: (typeof FINDING_CODES)[number];
  params: MessageParams;
}

/** More would say no more. */
const MOST = 100;

/** The findings of one verification: those that are kept, and how many there were. */
export class Findings {
  readonly kept: Finding[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(code: Finding["code"], params: MessageParams = {}): void {
    this.#count += 1;
    if (this.kept.length < MOST) this.kept.push({ code, params });
  }
}
