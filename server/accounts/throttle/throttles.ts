import type { Counters } from "./counters.ts";
import { networkOf } from "./network-of.ts";
import { Throttle } from "./throttle.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** What may be tried too often, and whom the attempts are counted for. */
export interface Throttles {
  login: Throttle;
  address: Throttle;
}

/**
 * The patience with guesses. A login: five, then a growing wait of up to 20 minutes, which keeps a day below
 * the 100 attempts of NIST SP 800-63B-4 (3.2.2). An address, behind which there may be a whole office: thirty.
 */
export const createThrottles = (counters: Counters): Throttles => ({
  login: new Throttle(counters, "login", { free: 5, firstWait: 15, longestWait: 20 * MINUTE, forgetAfter: 24 * HOUR }),
  address: new Throttle(counters, "address", { free: 30, firstWait: 5, longestWait: 15 * MINUTE, forgetAfter: HOUR }),
});

/**
 * Admits one guess, counted for what it is about and for the reader's address.
 * @returns what is to be called when the guess was right. @throws {TooManyAttempts} @throws {CountersUnavailable}
 */
export async function admitGuess(
  { login, address }: Throttles,
  about: string,
  ip: string | undefined,
): Promise<() => Promise<void>> {
  const network = networkOf(ip);
  await address.admit(network);
  await login.admit(about);
  return async () => {
    await Promise.all([address.forgive(network), login.forget(about)]);
  };
}
