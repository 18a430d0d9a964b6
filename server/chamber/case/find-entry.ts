import type { Case } from "../../../engine/index.ts";
import { HttpError } from "../../http/http-error.ts";
import { caseOfRegistry, historyOf } from "../../recording/case-of-registry.ts";
import { caseId } from "../../recording/ids.ts";
import type { CaseRecord, Consultant, Stored } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import type { Place } from "../places.ts";
import { type Entry, named } from "./entry.ts";

/** What the form starts from: the case as it is kept, or else what the register and earlier years say. */
async function baseOf(
  store: Store,
  year: number,
  kept: Stored<CaseRecord> | null,
  consultant: Stored<Consultant> | null,
): Promise<Case> {
  if (kept) return kept.state.content;
  if (!consultant) throw new HttpError(404);
  return caseOfRegistry(consultant, year, await historyOf(store, consultant, year));
}

/** Finds what an officer enters: the case of a consultant who is on the chamber's list, or who has a case there. */
export async function findEntry(store: Store, place: Place, id: string): Promise<Entry> {
  const { chamber, year, rules } = place;
  const [kept, found] = await Promise.all([store.case(caseId(chamber.id, year, id)), store.consultant(id)]);
  const consultant = found?.state.chamber === chamber.id ? found : null;
  const base = await baseOf(store, year, kept, consultant);
  const whose = consultant ? named(consultant) : { id, name: kept?.state.consultantName ?? id };
  return { chamber, year, rules, consultant: whose, kept, base };
}
