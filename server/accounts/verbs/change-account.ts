import type { Action } from "../../authorisation/actions.ts";
import type { Committed } from "../../store/change.ts";
import type { Account, Stored } from "../../store/records.ts";
import { type Act, commitBuilt, seesAccount } from "../act.ts";
import { witness } from "../administrators.ts";
import { endSessions, voidLinks } from "../removals.ts";

/** What a change makes of an account. */
interface AccountChange {
  action: Action;
  state: Account;
  /** Whether its sessions end and its links are void. */
  shutsOut?: boolean;
}

/**
 * Changes an account, from the version that the actor saw.
 * @throws {Conflict} where it was changed since; @throws {AccountRefused} where no administrator would remain.
 */
export const changeAccount = (
  act: Act,
  account: Stored<Account>,
  { action, state, shutsOut = false }: AccountChange,
): Promise<Committed> =>
  commitBuilt(act, seesAccount(account.id), async () => ({
    action,
    records: [
      { kind: "account", id: account.id, from: account.version, state },
      ...(await witness(act.store, account, state)),
      ...(shutsOut ? [...(await endSessions(act.store, account.id)), ...(await voidLinks(act.store, account.id))] : []),
    ],
  }));
