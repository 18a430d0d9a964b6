import { actorOf } from "../../sessions/actor-of.ts";
import { Conflict } from "../../store/failures.ts";
import type { Account, Stored } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import { AccountRefused, refused } from "../account-refused.ts";
import { commitBuilt } from "../act.ts";
import { findLink } from "../links/find-link.ts";
import { contextOf } from "../passwords/context-of.ts";
import { hashPassword } from "../passwords/hash-password.ts";
import { passwordProblem } from "../passwords/password-problem.ts";
import { setCredential } from "../passwords/set-credential.ts";
import { endSessions, voidLinks } from "../removals.ts";

/** Refuses a link that was used, has expired or never was: which of them it is, is not said. */
export const linkRefused = (): AccountRefused => refused("link-not-usable", "");

/**
 * Sets the password of an account by its link, which is then used up: of two who use it at a time, one does. Every
 * session and every other link of the account ends.
 * @returns the account. @throws {AccountRefused}
 */
export async function useLink(
  store: Store,
  now: () => Date,
  token: string,
  password: string,
): Promise<Stored<Account>> {
  const usable = await findLink(store, now(), token);
  if (!usable?.account) throw linkRefused();
  const { account } = usable;
  const problem = passwordProblem(password, await contextOf(store, account.state));
  if (problem) throw new AccountRefused([problem]);

  const passwordHash = await hashPassword(password);
  const by = actorOf(account);
  try {
    await commitBuilt(
      { store, now, by },
      ({ kind, id }) => kind === "link" && id === usable.link.id,
      async () => {
        const links = await voidLinks(store, account.id);
        if (!links.some(({ id }) => id === usable.link.id)) throw linkRefused();
        const credential = await setCredential(store, account.id, passwordHash, now());
        return { action: "account.accept", records: [credential, ...links, ...(await endSessions(store, account.id))] };
      },
    );
  } catch (error) {
    throw error instanceof Conflict ? linkRefused() : error;
  }
  return account;
}
