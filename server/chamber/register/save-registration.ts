import { isDeepStrictEqual } from "node:util";
import type { Problem } from "../../../engine/index.ts";
import { serverProblem } from "../../problem.ts";
import { onList } from "../../register/on-list.ts";
import { Conflict } from "../../store/failures.ts";
import type { Actor, Consultant, Stored } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import { NUMBER, type Registration } from "./registration.ts";

/** What became of the register. */
export type Done = "added" | "changed" | "moved" | "same";

/** What came of saving: what was done, what is wrong, or what the register says meanwhile, by whom and since when. */
export type Saved =
  | { done: Done }
  | { problems: Problem[] }
  | { meanwhile: { kept: Stored<Consultant>; by: string; at: string } };

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
  const [now, [event]] = await Promise.all([store.consultant(id), store.findEvents({ record: id, limit: 1 })]);
  return { meanwhile: { kept: now ?? kept, by: event?.by.name ?? "–", at: event?.at ?? "" } };
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
    await store.commit({
      ...{ action: kept ? "consultant.change" : "consultant.add", by, submission },
      records: [{ kind: "consultant", id, from: kept ? from : 0, state }],
    });
    return { done: doneTo(kept?.state ?? null, state) };
  } catch (error) {
    if (error instanceof Conflict) return afterConflict(store, registration, id);
    throw error;
  }
}
