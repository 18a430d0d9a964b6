import { isDay } from "../../engine/calendar.ts";
import { CaseError, parseCase, type RuleSet } from "../../engine/index.ts";
import { serverProblem } from "../problem.ts";
import type { Change } from "../store/change.ts";
import { Conflict } from "../store/failures.ts";
import type { Actor, CaseRecord, Stored } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import { commitWithSuspension } from "./commit-with-suspension.ts";
import { sanctionId } from "./ids.ts";
import { sanctionToImpose } from "./sanction-to-impose.ts";
import { submittedBefore } from "./submitted-before.ts";
import { suspensionOf } from "./suspension-of.ts";

/** A sanction that the last decision calls for, and the day on which the chamber imposes it (clause 9.1). */
export interface SanctionToImpose {
  case: string;
  /** The version of the case record that it was made from. */
  from: number;
  submission: string;
  imposedOn: string;
  /** The rules in force for the reporting year: they say how long it runs. */
  rules: RuleSet;
  /** The calendar day: no sanction is imposed later. */
  today: string;
}

const refuse = (code: string, params = {}): never => {
  throw new CaseError([serverProblem(code, "/imposedOn", params)]);
};

/** The sanction is imposed once it is due, and not on a day to come. */
function checkDay({ imposedOn, today }: SanctionToImpose, { latest }: CaseRecord): void {
  if (!isDay(imposedOn)) refuse("not-a-day");
  if (imposedOn > today) refuse("imposed-later", { day: imposedOn });
  if (latest && imposedOn < latest.asOf) refuse("imposed-before-due", { day: latest.asOf });
}

function withSanction({ state }: Stored<CaseRecord>, sanction: string, imposedOn: string): CaseRecord {
  const sanctions = [...(state.content.sanctions ?? []), { sanction, imposedOn }];
  return { ...state, content: parseCase({ ...state.content, sanctions }) };
}

function changeFor(kept: Stored<CaseRecord>, by: Actor, toImpose: SanctionToImpose, sanction: string): Change {
  const { case: id, from, submission, imposedOn } = toImpose;
  const decision = kept.state.latest?.number ?? null;
  return {
    action: "sanction.impose",
    by,
    submission,
    records: [
      { kind: "case", id, from, state: withSanction(kept, sanction, imposedOn) },
      { kind: "sanction", id: sanctionId(id, sanction), from: 0, state: { case: id, sanction, imposedOn, decision } },
    ],
  };
}

/**
 * Imposes the sanction that is due on a case: the sanction and the case's content change together, and the register
 * where it suspends the consultant. The next decision on the case takes it into account.
 * @throws {CaseError} where none is due, or the day cannot be.
 * @throws {Conflict} where the case was changed since.
 */
export async function imposeSanction(store: Store, by: Actor, toImpose: SanctionToImpose): Promise<void> {
  const { case: id, from, submission, imposedOn } = toImpose;
  const kept = await store.case(id);
  if (kept && kept.version !== from && (await submittedBefore(store, id, submission))) return;
  if (!kept || kept.version !== from) throw new Conflict([{ kind: "case", id, from, kept }]);
  const sanction = sanctionToImpose(kept.state) ?? refuse("no-sanction-due");
  checkDay(toImpose, kept.state);
  const change = changeFor(kept, by, toImpose, sanction);
  const suspension = suspensionOf(toImpose.rules, sanction, imposedOn);
  if (suspension) await commitWithSuspension(store, change, kept.state, suspension);
  else await store.commit(change);
}
