import { createHash, randomUUID } from "node:crypto";
import type { Problem } from "../../../engine/index.ts";
import { serverProblem } from "../../problem.ts";
import { Conflict } from "../../store/failures.ts";
import type { Account, Grant } from "../../store/records.ts";
import { AccountRefused, refused } from "../account-refused.ts";
import { type Act, commitBuilt } from "../act.ts";
import { type ChosenGrant, grantOf, grantProblem } from "../grants.ts";
import { type NewLink, newLink } from "../links/new-link.ts";
import { isLogin, normalLogin } from "../login.ts";
import { nameProblem } from "../person-name.ts";

/** Whom to invite: everything as it was typed. */
export interface Invitation extends ChosenGrant {
  login: string;
  name: string;
}

/** An account that was made, and the link by which its owner sets the password; null where the form came twice. */
export interface Invited {
  account: string;
  link: NewLink | null;
}

async function problemsOf({ store }: Act, login: string, invitation: Invitation): Promise<Problem[]> {
  const loginProblem = isLogin(login) ? null : serverProblem("login-malformed", "/login");
  const found = [nameProblem(invitation.name), loginProblem, await grantProblem(store, invitation)];
  return found.filter((problem) => problem !== null);
}

const idFor = (submission: string = randomUUID()): string =>
  createHash("sha256").update(`account ${submission}`).digest("hex").slice(0, 24);

async function isTaken({ store }: Act, login: string, id: string): Promise<boolean> {
  const account = await store.accountNamed(login);
  return account !== null && account.id !== id;
}

/** What the store says where somebody else took the login at the same time. */
const asTaken = (error: unknown): never => {
  throw error instanceof Conflict ? refused("login-taken", "/login") : error;
};

/**
 * Makes an account, and a link by which its owner sets the password. The form sent again makes no second one.
 * @throws {AccountRefused} with every problem of what was typed.
 */
export async function invite(act: Act, invitation: Invitation): Promise<Invited> {
  const login = normalLogin(invitation.login);
  const id = idFor(act.submission);
  const problems = await problemsOf(act, login, invitation);
  if (await isTaken(act, login, id)) problems.push(serverProblem("login-taken", "/login"));
  if (problems.length > 0) throw new AccountRefused(problems);

  const link = newLink("invitation", id, act.now());
  const state: Account = { login, name: invitation.name.trim(), grants: [grantOf(invitation) as Grant], closed: false };
  const records = [{ kind: "account", id, from: 0, state } as const, link.record];
  const build = async () => ({ action: "account.invite", records }) as const;
  const { repeated } = await commitBuilt(act, () => true, build).catch(asTaken);
  return { account: id, link: repeated ? null : link };
}
