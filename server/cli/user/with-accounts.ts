import { AccountRefused } from "../../accounts/account-refused.ts";
import type { Act } from "../../accounts/act.ts";
import { normalLogin } from "../../accounts/login.ts";
import { serverProblem } from "../../problem.ts";
import type { Account, Stored } from "../../store/records.ts";
import { Refusal } from "../refusal.ts";
import { openUnlessInUse, serversStore } from "../store-place.ts";
import { systemUser } from "../system-user.ts";

/**
 * Does something with the accounts of the server's store, in the name of the system's user.
 * @throws {Refusal} also where a server holds it: then its pages are the way.
 */
export async function withAccounts<T>(subject: string, work: (act: Act) => Promise<T>): Promise<T> {
  const options = serversStore();
  const store = await openUnlessInUse(options, "accounts-in-use");
  try {
    return await work({ store, now: options.now, by: systemUser("user") });
  } catch (error) {
    if (error instanceof AccountRefused) throw new Refusal(subject, error.problems);
    throw error;
  } finally {
    await store.close();
  }
}

/** The account of a login. @throws {Refusal} where there is none. */
export async function accountOf({ store }: Pick<Act, "store">, login: string): Promise<Stored<Account>> {
  const account = await store.accountNamed(normalLogin(login));
  if (!account) throw new Refusal("", [serverProblem("no-such-account", "", { login })]);
  return account;
}
