import { actorOf } from "../../sessions/actor-of.ts";
import type { SignedIn } from "../../sessions/signed-in.ts";
import { AccountRefused, refused } from "../account-refused.ts";
import { commitBuilt } from "../act.ts";
import { contextOf } from "../passwords/context-of.ts";
import { hashPassword } from "../passwords/hash-password.ts";
import { passwordProblem } from "../passwords/password-problem.ts";
import { setCredential } from "../passwords/set-credential.ts";
import { endSessions, voidLinks } from "../removals.ts";
import { checkPassword, type PasswordCheck } from "./check-password.ts";

/** The password that there is and the one that takes its place, as they were typed. */
export interface PasswordChange {
  present: string;
  next: string;
}

/** Changes one's own password. Every other session ends, and every link is void. @throws {AccountRefused} @throws {TooManyAttempts} */
export async function changePassword(
  check: PasswordCheck & { now(): Date },
  { account, session }: SignedIn,
  { present, next }: PasswordChange,
  ip: string | undefined,
): Promise<void> {
  const { store, now } = check;
  if (!(await checkPassword(check, account.state.login, present, ip))) throw refused("password-wrong", "/present");
  const problem = passwordProblem(next, await contextOf(store, account.state));
  if (problem) throw new AccountRefused([problem]);
  const passwordHash = await hashPassword(next);
  await commitBuilt(
    { store, now, by: actorOf(account) },
    () => false,
    async () => ({
      action: "account.change-own",
      records: [
        await setCredential(store, account.id, passwordHash, now()),
        ...(await endSessions(store, account.id, session.id)),
        ...(await voidLinks(store, account.id)),
      ],
    }),
  );
}
