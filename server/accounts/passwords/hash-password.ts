import { hash, type Options, parseOptions, verify } from "@node-rs/argon2";
import { atMost } from "./at-most.ts";
import { normalPassword } from "./normal-password.ts";

const ARGON2ID = 2;

/** The second recommended option of RFC 9106 (section 4): argon2id, 64 MiB, 3 passes, 4 lanes. OWASP asks for less. */
export const PARAMETERS = {
  algorithm: ARGON2ID,
  memoryCost: 65_536,
  timeCost: 3,
  parallelism: 4,
  outputLen: 32,
} as const satisfies Options;

/** Two at a time: the threads that they take are those that the store writes with. */
const inTurn = atMost(2);

/** The hash of a password, in the PHC string format, with a salt of its own. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(normalPassword(password), PARAMETERS));

/** Whether a hash was made of the password. */
export const isPassword = (passwordHash: string, password: string): Promise<boolean> =>
  inTurn(() => verify(passwordHash, normalPassword(password)));

/** Whether a hash was made with other parameters than today's, and is to be made anew at the next sign-in. */
export function isOutdated(passwordHash: string): boolean {
  const made = parseOptions(passwordHash);
  return (["algorithm", "memoryCost", "timeCost", "parallelism", "outputLen"] as const).some(
    (name) => made[name] !== PARAMETERS[name],
  );
}
