import type { Account, Role, Stored } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import { ROLES } from "../grants.ts";

/** An account of the demo that a visitor may sign in to in one click. */
export interface DemoAccount {
  id: string;
  name: string;
  role: Role;
}

const holds = ({ state }: Stored<Account>, role: Role): boolean =>
  !state.closed && state.grants.some((grant) => grant.role === role);

/** One open account for each role: the first by login of those with the fewest roles. */
export async function demoAccounts(store: Store): Promise<DemoAccount[]> {
  const accounts = (await store.accounts()).sort(
    (one, other) =>
      one.state.grants.length - other.state.grants.length || (one.state.login < other.state.login ? -1 : 1),
  );
  return ROLES.flatMap((role) => {
    const account = accounts.find((candidate) => holds(candidate, role));
    return account ? [{ id: account.id, name: account.state.name, role }] : [];
  });
}
