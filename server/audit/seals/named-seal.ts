import type { LoggedEvent } from "../../store/change.ts";
import { StoreFull, StoreUnavailable } from "../../store/failures.ts";
import type { Store } from "../../store/store.ts";
import { type Seal, sealHash } from "./seal.ts";

/** A seal as an event of the log names it. */
export interface NamedSeal {
  number: number;
  /** The name of the key that it was signed with: each folder of seals has its own. */
  origin: string;
  /** The hash that the next seal names it by. */
  hash: string;
}

/** Each so many-th seal is named in the log: so the log itself says how many there have to be. */
const NAMED_EVERY = 16;
const SYSTEM = { account: null, name: "qagida" };
const REASON = /^seal ([1-9]\d{0,14}) of (\S+): ([0-9a-f]{64})$/;

/** Whether a seal is one that the log names. */
export const isNamed = (number: number): boolean => number % NAMED_EVERY === 0;

/** Names a seal in the log. A store that takes nothing just now goes without: a later seal is named. */
export async function nameSeal(store: Pick<Store, "commit">, seal: Seal): Promise<void> {
  const reason = `seal ${seal.number} of ${seal.origin}: ${sealHash(seal)}`;
  try {
    await store.commit({ action: "log.seal", by: SYSTEM, reason, records: [] });
  } catch (error) {
    if (!(error instanceof StoreFull || error instanceof StoreUnavailable)) throw error;
  }
}

/** The seal that an event names; null where it names none. */
export function readNamedSeal({ action, reason }: Pick<LoggedEvent, "action" | "reason">): NamedSeal | null {
  const [, number, origin = "", hash = ""] = action === "log.seal" ? (REASON.exec(reason ?? "") ?? []) : [];
  return number === undefined ? null : { number: Number(number), origin, hash };
}
