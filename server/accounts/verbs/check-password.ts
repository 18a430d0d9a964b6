import { actorOf } from "../../sessions/actor-of.ts";
import { Conflict } from "../../store/failures.ts";
import type { Account, Credential, Stored } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import { normalLogin } from "../login.ts";
import { decoyHash } from "../passwords/decoy-hash.ts";
import { hashPassword, isOutdated, isPassword } from "../passwords/hash-password.ts";
import { setCredential } from "../passwords/set-credential.ts";
import { admitGuess, type Throttles } from "../throttle/throttles.ts";

/** What a password is checked with. */
export interface PasswordCheck {
  store: Store;
  throttles: Throttles;
}

/** Makes the hash of a password anew, with today's parameters. Where it was just changed, it is so already. */
async function renewHash(store: Store, account: Stored<Account>, { state }: Stored<Credential>, password: string) {
  const record = await setCredential(store, account.id, await hashPassword(password), new Date(state.changedAt));
  const change = { action: "account.change-own", by: actorOf(account), reason: "argon2id", records: [record] } as const;
  await store.commit(change).catch((error) => {
    if (!(error instanceof Conflict)) throw error;
  });
}

async function openAccount(store: Store, login: string) {
  const account = await store.accountNamed(login);
  const credential = account && !account.state.closed ? await store.credential(account.id) : null;
  return account && credential ? { account, credential } : null;
}

/**
 * The account whose login and password these are; null where they are nobody's, or the account is closed. The answer
 * takes as long, whichever it is.
 * @throws {TooManyAttempts} @throws {CountersUnavailable}
 */
export async function checkPassword(
  { store, throttles }: PasswordCheck,
  typedLogin: string,
  password: string,
  ip: string | undefined,
): Promise<Stored<Account> | null> {
  const login = normalLogin(typedLogin);
  const guessedRight = await admitGuess(throttles, login, ip);
  const found = await openAccount(store, login);
  const isRight = await isPassword(found?.credential.state.passwordHash ?? decoyHash(), password);
  if (!found || !isRight) return null;
  await guessedRight();
  if (isOutdated(found.credential.state.passwordHash))
    await renewHash(store, found.account, found.credential, password);
  return found.account;
}
