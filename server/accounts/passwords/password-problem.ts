import type { Problem } from "../../../engine/index.ts";
import { serverProblem } from "../../problem.ts";
import { KNOWN_PASSWORDS, wordsOfContext } from "./known-words.ts";
import { lengthBeyondKnown } from "./length-beyond-known.ts";
import { lengthOf, normalPassword } from "./normal-password.ts";

/** NIST SP 800-63B-4 (3.1.1.2) asks for 15 characters where a password is all that is asked for. */
export const LEAST_LENGTH = 15;
/** Far more than the 64 that NIST asks to allow; the whole of it counts. */
export const GREATEST_LENGTH = 256;
/** How much of a password has to be other than known words. */
const LEAST_BEYOND_KNOWN = 8;

/**
 * Says why a new password is refused: its length, or that it is known or easy to guess. Which characters it is made
 * of does not matter (NIST SP 800-63B-4, 3.1.1.2).
 * @param context the login, the name, and whatever else is known of the account.
 */
export function passwordProblem(typed: string, context: readonly string[]): Problem | null {
  const password = normalPassword(typed);
  const length = lengthOf(password);
  if (length < LEAST_LENGTH) return serverProblem("password-short", "/password", { least: LEAST_LENGTH, length });
  if (length > GREATEST_LENGTH) return serverProblem("password-long", "/password", { most: GREATEST_LENGTH });

  const lower = password.toLowerCase();
  if (KNOWN_PASSWORDS.has(lower)) return serverProblem("password-known", "/password");
  const ofContext = wordsOfContext(context);
  if (lengthBeyondKnown(lower, KNOWN_PASSWORDS, ofContext) >= LEAST_BEYOND_KNOWN) return null;
  const isPersonal = lengthBeyondKnown(lower, KNOWN_PASSWORDS, new Set()) >= LEAST_BEYOND_KNOWN;
  return serverProblem(isPersonal ? "password-personal" : "password-guessable", "/password");
}
