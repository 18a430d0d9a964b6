import type { Absence } from "../../engine/index.ts";
import type { Change, Committed, RecordChange } from "../store/change.ts";
import { Conflict } from "../store/failures.ts";
import type { CaseRecord, Consultant, Stored } from "../store/records.ts";
import type { Store } from "../store/store.ts";

const MOST_TRIES = 8;

const isSame = (one: Absence, other: Absence): boolean =>
  one.kind === other.kind && one.ground === other.ground && one.from === other.from;

const byDay = (one: Absence, other: Absence): number => (one.from === other.from ? 0 : one.from < other.from ? -1 : 1);

/** The register with the suspension; nothing where it stands there, or the consultant is on another chamber's list. */
function inRegister({ id, version, state }: Stored<Consultant>, chamber: string, suspension: Absence): RecordChange[] {
  if (state.chamber !== chamber || state.absences.some((absence) => isSame(absence, suspension))) return [];
  const absences = [...state.absences, suspension].sort(byDay);
  return [{ kind: "consultant", id, from: version, state: { ...state, absences } }];
}

const isOnRegister = (error: unknown): boolean =>
  error instanceof Conflict && error.records.every(({ kind }) => kind === "consultant");

/**
 * Commits a change on a case together with a suspension in the register, from which the cases of later years are filled
 * in. Where the register, which nobody was shown, was changed meanwhile, its change is made anew.
 * @throws {Conflict} where another record was changed since.
 */
export async function commitWithSuspension(
  store: Store,
  change: Change,
  { chamber, consultant: id }: CaseRecord,
  suspension: Absence,
): Promise<Committed> {
  for (let tries = 1; ; tries++) {
    const consultant = await store.consultant(id);
    const register = consultant ? inRegister(consultant, chamber, suspension) : [];
    try {
      return await store.commit({ ...change, records: [...change.records, ...register] });
    } catch (error) {
      if (!isOnRegister(error) || tries === MOST_TRIES) throw error;
    }
  }
}
