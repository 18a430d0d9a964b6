import { userInfo } from "node:os";
import { AccountRefused } from "../../accounts/account-refused.ts";
import type { Act } from "../../accounts/act.ts";
import { normalLogin } from "../../accounts/login.ts";
import { serverProblem } from "../../problem.ts";
import { StoreRefused } from "../../store/failures.ts";
import { openStore, type StoreOptions } from "../../store/open-store.ts";
import type { Account, Stored } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import { Refusal } from "../refusal.ts";
import { nameOf, serversStore } from "../store-place.ts";

/** Opens the server's store. @throws {Refusal} where a server holds it: then its pages are the way. */
async function openAccounts(options: StoreOptions): Promise<Store> {
  try {
    return await openStore(options);
  } catch (error) {
    if (!(error instanceof StoreRefused && error.code === "locked")) throw error;
    throw new Refusal(nameOf(options), [serverProblem("accounts-in-use", "")]);
  }
}

/** Does something with the accounts of the server's store, in the name of the system's user. @throws {Refusal} */
export async function withAccounts<T>(subject: string, work: (act: Act) => Promise<T>): Promise<T> {
  const options = serversStore();
  const store = await openAccounts(options);
  try {
    const by = { account: null, name: `qagida user (${userInfo().username})` };
    return await work({ store, now: options.now, by });
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
