import { idOfToken, isToken } from "../../sessions/secret-token.ts";
import type { Account, OneTimeLink, Stored } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";

/** A link that may be used now, and the account that it is for; null for the link that makes the first administrator. */
export interface UsableLink {
  link: Stored<OneTimeLink>;
  account: Stored<Account> | null;
}

/** Finds the link of a token; null where there is none, it has expired, or its account is closed. */
export async function findLink(store: Store, now: Date, token: string): Promise<UsableLink | null> {
  const link = isToken(token) ? await store.link(idOfToken(token)) : null;
  if (!link || Date.parse(link.state.expiresAt) <= now.getTime()) return null;
  if (link.state.account === null) return { link, account: null };
  const account = await store.account(link.state.account);
  return account && !account.state.closed ? { link, account } : null;
}
