import { createHash } from "node:crypto";
import { type RateLimiterAbstract, RateLimiterRes } from "rate-limiter-flexible";
import type { Counters } from "./counters.ts";
import { CountersUnavailable } from "./counters-unavailable.ts";
import { TooManyAttempts } from "./too-many-attempts.ts";

/** How many attempts go through at once, and how the wait grows after them; times in seconds. */
export interface Patience {
  free: number;
  firstWait: number;
  longestWait: number;
  forgetAfter: number;
}

/** Lets so many attempts through at once, and then one after each wait; each wait is twice as long as the last. */
export class Throttle {
  readonly #attempts: RateLimiterAbstract;
  readonly #waits: RateLimiterAbstract;
  readonly #patience: Patience;

  constructor(counters: Counters, name: string, patience: Patience) {
    this.#attempts = counters.create(`${name}-attempts`, Number.MAX_SAFE_INTEGER, patience.forgetAfter);
    this.#waits = counters.create(`${name}-waits`, 1, patience.longestWait);
    this.#patience = patience;
  }

  /**
   * Counts an attempt, before it is known whether it succeeds: so no burst slips through.
   * @throws {TooManyAttempts} where the wait is not over. That attempt is not counted.
   * @throws {CountersUnavailable}
   */
  async admit(about: string): Promise<void> {
    const key = keyOf(about);
    const { consumedPoints } = await counted(this.#attempts.penalty(key));
    const beyond = consumedPoints - this.#patience.free;
    if (beyond <= 0) return;
    const refused = await this.#wait(key, this.#waitAfter(beyond));
    if (!refused) return;
    await counted(this.#attempts.reward(key));
    throw new TooManyAttempts(refused.msBeforeNext);
  }

  /** Begins a wait of so many seconds; null where it begins, else how long the one before still takes. */
  #wait(key: string, seconds: number): Promise<RateLimiterRes | null> {
    const begun = this.#waits.consume(key, 1, { customDuration: seconds }).then(
      () => null,
      (error) => {
        if (error instanceof RateLimiterRes) return error;
        throw error;
      },
    );
    return counted(begun);
  }

  #waitAfter(beyond: number): number {
    const { firstWait, longestWait } = this.#patience;
    return Math.min(longestWait, firstWait * 2 ** Math.min(beyond - 1, 30));
  }

  /** Takes one attempt back: it succeeded. @throws {CountersUnavailable} */
  async forgive(about: string): Promise<void> {
    await counted(this.#attempts.reward(keyOf(about)));
  }

  /** Forgets every attempt. @throws {CountersUnavailable} */
  async forget(about: string): Promise<void> {
    const key = keyOf(about);
    await counted(Promise.all([this.#attempts.delete(key), this.#waits.delete(key)]));
  }
}

/** What a counter answers. @throws {CountersUnavailable} where it does not. */
const counted = <Answer>(answer: Promise<Answer>): Promise<Answer> =>
  answer.catch((error) => {
    throw new CountersUnavailable(error);
  });

/** A key of fixed length, so that what was typed is not kept. */
const keyOf = (about: string): string => createHash("sha256").update(about).digest("base64url");
