import { CaseError, type Problem } from "../../../engine/index.ts";
import { recordDecision } from "../../recording/record-decision.ts";
import type { RecordedAs } from "../../recording/recorded-as.ts";
import type { DecidedReport } from "../../report-check/decide-report.ts";
import type { Services } from "../../services.ts";
import type { Actor } from "../../store/records.ts";
import { correctedBy, type Entry } from "./entry.ts";
import { type KeptMeanwhile, keptMeanwhile } from "./kept-meanwhile.ts";
import type { SentForm } from "./sent-form.ts";

/** What came of recording: where it was recorded, what is wrong, or what was kept meanwhile. */
export type EntryRecorded = { recorded: RecordedAs } | { problems: readonly Problem[] } | { conflict: KeptMeanwhile };

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
    const conflict = await keptMeanwhile(services.store, error);
    if (!conflict) throw error;
    return { conflict };
  }
}
