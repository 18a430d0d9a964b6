import type { Case } from "../../../engine/index.ts";
import { HttpError } from "../../http/http-error.ts";
import { caseOfRegistry } from "../../recording/case-of-registry.ts";
import type { Archive } from "../../recording/earlier-year.ts";
import { historyOf, withHistory } from "../../recording/history-of.ts";
import { caseId } from "../../recording/ids.ts";
import type { CaseRecord, Consultant, Stored } from "../../store/records.ts";
import type { Place } from "../places.ts";
import { type Entry, named } from "./entry.ts";

/** What the form starts from: the case as it is kept, or else what the register says; and earlier years. */
async function baseOf(
  archive: Archive,
  { year, rules: { ruleSet } }: Place,
  kept: Stored<CaseRecord> | null,
  consultant: Stored<Consultant> | null,
): Promise<Case> {
  if (kept && !consultant) return kept.state.content;
  if (!consultant) throw new HttpError(404);
  if (kept) return withHistory(archive, consultant, kept.state.content, ruleSet);
  return caseOfRegistry(consultant, year, await historyOf(archive, consultant, year, ruleSet));
}

/** Finds what an officer enters: the case of a consultant who is on the chamber's list, or who has a case there. */
export async function findEntry(archive: Archive, place: Place, id: string): Promise<Entry> {
  const { store } = archive;
  const { chamber, year, rules } = place;
  const [kept, found] = await Promise.all([store.case(caseId(chamber.id, year, id)), store.consultant(id)]);
  const consultant = found?.state.chamber === chamber.id ? found : null;
  const base = await baseOf(archive, place, kept, consultant);
  const whose = consultant ? named(consultant) : { id, name: kept?.state.consultantName ?? id };
  return { chamber, year, rules, consultant: whose, kept, base };
}
