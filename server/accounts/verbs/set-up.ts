import { randomUUID } from "node:crypto";
import type { Problem } from "../../../engine/index.ts";
import { serverProblem } from "../../problem.ts";
import { Conflict } from "../../store/failures.ts";
import type { Account } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import { AccountRefused } from "../account-refused.ts";
import { commitBuilt } from "../act.ts";
import { findLink } from "../links/find-link.ts";
import { newLink } from "../links/new-link.ts";
import { isLogin, normalLogin } from "../login.ts";
import { hashPassword } from "../passwords/hash-password.ts";
import { passwordProblem } from "../passwords/password-problem.ts";
import { setCredential } from "../passwords/set-credential.ts";
import { nameProblem } from "../person-name.ts";
import { voidLinks } from "../removals.ts";
import { linkRefused } from "./use-link.ts";

const SYSTEM = { account: null, name: "qagida" };

/** Who the first administrator is, as it was typed. */
export interface FirstAdministrator {
  login: string;
  name: string;
  password: string;
}

/**
 * Makes the link for the first administrator, where there is no account yet; the links of earlier starts are void.
 * @returns its token; null where there are accounts.
 */
export async function offerSetUp(store: Store, now: () => Date): Promise<string | null> {
  if ((await store.accounts()).length > 0) return null;
  const link = newLink("set-up", null, now());
  await commitBuilt(
    { store, now, by: SYSTEM },
    () => false,
    async () => ({
      action: "account.set-up",
      records: [link.record, ...(await voidLinks(store, null))],
    }),
  );
  return link.token;
}

function problemsOf({ login, name, password }: FirstAdministrator): Problem[] {
  const loginProblem = isLogin(normalLogin(login)) ? null : serverProblem("login-malformed", "/login");
  const found = [nameProblem(name), loginProblem, passwordProblem(password, [login, name])];
  return found.filter((problem) => problem !== null);
}

/** Makes the first administrator by the link of the first start, which is then used up. @throws {AccountRefused} */
export async function setUp(store: Store, now: () => Date, token: string, first: FirstAdministrator): Promise<void> {
  const usable = await findLink(store, now(), token);
  if (usable?.link.state.purpose !== "set-up") throw linkRefused();
  const problems = problemsOf(first);
  if (problems.length > 0) throw new AccountRefused(problems);

  const id = randomUUID();
  const name = first.name.trim();
  const state: Account = { login: normalLogin(first.login), name, grants: [{ role: "administrator" }], closed: false };
  const credential = await setCredential(store, id, await hashPassword(first.password), now());
  const links = await voidLinks(store, null);
  if (!links.some((link) => link.id === usable.link.id) || (await store.accounts()).length > 0) throw linkRefused();
  try {
    await store.commit({
      action: "account.set-up",
      by: { account: id, name },
      records: [{ kind: "account", id, from: 0, state }, credential, ...links],
    });
  } catch (error) {
    throw error instanceof Conflict ? linkRefused() : error;
  }
}
