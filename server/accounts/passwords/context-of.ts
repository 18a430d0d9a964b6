import type { Account } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";

/** What is known of an account, and so must not be all that its password is made of. */
export async function contextOf(store: Store, { login, name, grants }: Pick<Account, "login" | "name" | "grants">) {
  const chambers = await Promise.all(grants.map(({ chamber }) => (chamber ? store.chamber(chamber) : null)));
  const named = chambers.flatMap((chamber) => (chamber ? [chamber.id, ...Object.values(chamber.state.name)] : []));
  return [login, name, ...named];
}
