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

/** How many accounts are offered for a role that it takes several people to play; one for any other. */
const OFFERED: Partial<Record<Role, number>> = { editor: 2, member: 3 };

/** The open accounts that are offered for each role: the first by login of those with the fewest roles. */
export async function demoAccounts(store: Store): Promise<DemoAccount[]> {
  const accounts = (await store.accounts()).sort(
    (one, other) =>
      one.state.grants.length - other.state.grants.length || (one.state.login < other.state.login ? -1 : 1),
  );
  return ROLES.flatMap((role) =>
    accounts
      .filter((candidate) => holds(candidate, role))
      .slice(0, OFFERED[role] ?? 1)
      .map(({ id, state }) => ({ id, name: state.name, role })),
  );
}
