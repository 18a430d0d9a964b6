import { isDeepStrictEqual } from "node:util";
import type { Problem } from "../../../engine/index.ts";
import { serverProblem } from "../../problem.ts";
import { onList } from "../../register/on-list.ts";
import { Conflict } from "../../store/failures.ts";
import { lastChange } from "../../store/last-change.ts";
import type { Actor, Consultant, Stored } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import { NUMBER, type Registration } from "./registration.ts";

/** What became of the register. */
export type Done = "added" | "changed" | "moved" | "same";

/** What the register says meanwhile, by whom and since when. */
export interface RegisteredMeanwhile {
  kept: Stored<Consultant>;
  by: string;
  at: string;
}

/** What came of saving: what was done, what is wrong, or what the register says meanwhile. */
export type Saved = { done: Done } | { problems: Problem[] } | { meanwhile: RegisteredMeanwhile };

/** How a form was sent: from which version of the register, and once. */
interface SentFrom {
  from: number;
  submission: string;
}

const doneTo = (before: Consultant | null, { chamber }: Consultant): Done =>
  before === null ? "added" : before.chamber === chamber ? "changed" : "moved";

/** The other side of a conflict: nobody learns who has a number on another chamber's list. */
async function afterConflict(store: Store, { kept }: Registration, id: string): Promise<Saved> {
  if (!kept) return { problems: [serverProblem("number-taken", NUMBER, { number: id })] };
  const [now, last] = await Promise.all([store.consultant(id), lastChange(store, id)]);
  return { meanwhile: { kept: now ?? kept, ...last } };
}

/** Enters a consultant into the register, or changes what it says of them. */
export async function saveRegistration(
  store: Store,
  by: Actor,
  registration: Registration,
  { id, state: given }: { id: string; state: Consultant },
  { from, submission }: SentFrom,
): Promise<Saved> {
  const { kept } = registration;
  const state = onList(kept?.state ?? null, given);
  if (kept && kept.version === from && isDeepStrictEqual(kept.state, state)) return { done: "same" };
  try {
    const records = [{ kind: "consultant", id, from: kept ? from : 0, state }] as const;
    await store.commit({ action: kept ? "consultant.change" : "consultant.add", by, submission, records });
    return { done: doneTo(kept?.state ?? null, state) };
  } catch (error) {
    if (error instanceof Conflict) return afterConflict(store, registration, id);
    throw error;
  }
}
