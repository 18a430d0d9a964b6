import type { Account, Actor, Stored } from "../store/records.ts";

/** An account as the one who acts. */
export const actorOf = ({ id, state }: Stored<Account>): Actor => ({ account: id, name: state.name });
