import type { Account, Grant, Stored } from "../store/records.ts";
import type { Action } from "./actions.ts";
import { type Reach, type Subject, TABLE } from "./table.ts";
import type { Whose } from "./whose.ts";

/** Somebody as a row of the table sees them: by a role they hold, or by no more than being signed in. */
interface Asking {
  subject: Subject;
  account?: string;
  grant?: Grant;
}

const same = (wanted: string | undefined, held: string | undefined): boolean => wanted !== undefined && wanted === held;

const REACHES: Readonly<Record<Reach, (asking: Asking, whose: Whose) => boolean>> = {
  "anybody's": () => true,
  "of the own chamber": ({ grant }, { chamber }) => same(chamber, grant?.chamber),
  own: ({ account, grant }, whose) => same(whose.account, account) || same(whose.consultant, grant?.consultant),
};

const reachOf = (subject: Subject, action: Action): Reach | undefined =>
  Object.hasOwn(TABLE, subject) && Object.hasOwn(TABLE[subject], action) ? TABLE[subject][action] : undefined;

function asSeen(account: Stored<Account> | null): Asking[] {
  if (!account) return [{ subject: "everybody" }];
  const roles = account.state.grants.map((grant) => ({ subject: grant.role, account: account.id, grant }));
  return [{ subject: "everybody" }, { subject: "signed-in", account: account.id }, ...roles];
}

/** Whether somebody may do something with a record: only where a row of the table says so. Null: nobody signed in. */
export function may(account: Stored<Account> | null, action: Action, whose: Whose = {}): boolean {
  return asSeen(account).some((asking) => {
    const reach = reachOf(asking.subject, action);
    return reach !== undefined && REACHES[reach](asking, whose);
  });
}
