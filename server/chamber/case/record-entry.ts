import { CaseError, type Problem } from "../../../engine/index.ts";
import { recordDecision } from "../../recording/record-decision.ts";
import type { RecordedAs } from "../../recording/recorded-as.ts";
import type { DecidedReport } from "../../report-check/decide-report.ts";
import type { Services } from "../../services.ts";
import { Conflict } from "../../store/failures.ts";
import type { Actor, CaseRecord, Stored } from "../../store/records.ts";
import { correctedBy, type Entry } from "./entry.ts";
import type { KeptMeanwhile } from "./form-state.ts";
import type { SentForm } from "./sent-form.ts";

/** What came of recording: where it was recorded, what is wrong, or what was kept meanwhile. */
export type EntryRecorded = { recorded: RecordedAs } | { problems: readonly Problem[] } | { conflict: KeptMeanwhile };

/** Who changed the case last, and when. */
async function keptMeanwhile({ store }: Pick<Services, "store">, kept: Stored<CaseRecord>): Promise<KeptMeanwhile> {
  const [event] = await store.findEvents({ record: kept.id, limit: 1 });
  return { kept, by: event?.by.name ?? "–", at: event?.at ?? kept.state.latest?.recordedAt ?? "" };
}

/** The case record as it is kept, where the conflict is about it. */
async function keptIn({ store }: Pick<Services, "store">, { records }: Conflict): Promise<Stored<CaseRecord> | null> {
  const id = records.find(({ kind }) => kind === "case")?.id;
  return id === undefined ? null : store.case(id);
}

/**
 * Records what was decided and shown.
 * @throws {IntegrityError} where the second opinion disagrees.
 */
export async function recordEntry(
  services: Services,
  by: Actor,
  entry: Entry,
  sent: SentForm,
  decided: DecidedReport,
): Promise<EntryRecorded> {
  const { chamber, consultant } = entry;
  const { from, submission, reason } = sent;
  try {
    const recorded = await recordDecision(services, by, {
      action: correctedBy(entry) === null ? "decision.record" : "decision.correct",
      chamber: chamber.id,
      consultantName: consultant.name,
      content: decided.case,
      asOf: decided.decision.asOf,
      from,
      submission,
      reason: reason || null,
    });
    return { recorded };
  } catch (error) {
    if (error instanceof CaseError) return { problems: error.problems };
    const kept = error instanceof Conflict ? await keptIn(services, error) : null;
    if (!kept) throw error;
    return { conflict: await keptMeanwhile(services, kept) };
  }
}
