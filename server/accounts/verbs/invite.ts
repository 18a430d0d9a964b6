import { createHash, randomUUID } from "node:crypto";
import type { Problem } from "../../../engine/index.ts";
import { serverProblem } from "../../problem.ts";
import type { Account, Grant, Stored } from "../../store/records.ts";
import { AccountRefused } from "../account-refused.ts";
import { type Act, commitBuilt } from "../act.ts";
import { type ChosenGrant, grantOf, grantProblem } from "../grants.ts";
import { type NewLink, newLink } from "../links/new-link.ts";
import { isLogin, normalLogin } from "../login.ts";
import { atMost } from "../passwords/at-most.ts";
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

/** One at a time, so that no login is taken between the look and the commit. */
const inTurn = atMost(1);

async function problemsOf({ store }: Act, login: string, invitation: Invitation): Promise<Problem[]> {
  const loginProblem = isLogin(login) ? null : serverProblem("login-malformed", "/login");
  const found = [nameProblem(invitation.name), loginProblem, await grantProblem(store, invitation)];
  return found.filter((problem) => problem !== null);
}

const idFor = (submission: string = randomUUID()): string =>
  createHash("sha256").update(`account ${submission}`).digest("hex").slice(0, 24);

async function takenBy({ store }: Act, login: string, id: string): Promise<Stored<Account> | null> {
  const account = await store.accountNamed(login);
  return account && account.id !== id ? account : null;
}

/**
 * Makes an account, and a link by which its owner sets the password. The form sent again makes no second one.
 * @throws {AccountRefused} with every problem of what was typed.
 */
export const invite = (act: Act, invitation: Invitation): Promise<Invited> =>
  inTurn(async () => {
    const login = normalLogin(invitation.login);
    const id = idFor(act.submission);
    const problems = await problemsOf(act, login, invitation);
    if (await takenBy(act, login, id)) problems.push(serverProblem("login-taken", "/login"));
    if (problems.length > 0) throw new AccountRefused(problems);

    const link = newLink("invitation", id, act.now());
    const state: Account = {
      login,
      name: invitation.name.trim(),
      grants: [grantOf(invitation) as Grant],
      closed: false,
    };
    const records = [{ kind: "account", id, from: 0, state } as const, link.record];
    const { repeated } = await commitBuilt(
      act,
      () => true,
      async () => ({ action: "account.invite", records }),
    );
    return { account: id, link: repeated ? null : link };
  });
