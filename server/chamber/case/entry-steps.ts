import { type RecordedAs, recordedBefore } from "../../recording/recorded-as.ts";
import type { Services } from "../../services.ts";
import type { Actor } from "../../store/records.ts";
import { decideEntry } from "./decide-entry.ts";
import type { Entry } from "./entry.ts";
import { type FormState, markOf } from "./form-state.ts";
import type { KeptMeanwhile } from "./kept-meanwhile.ts";
import { withOtherRows } from "./other-rows.ts";
import { recordEntry } from "./record-entry.ts";
import { newSubmission, type SentForm } from "./sent-form.ts";

/** What comes next: the form again, with what came of it, or the decision, recorded. */
export type EntryStep = { entry: Entry; state: FormState } | { recorded: RecordedAs };

/** Shows both sides, and what was entered as a correction of what was kept meanwhile. */
async function afterConflict(
  services: Services,
  entry: Entry,
  { typed, reason }: SentForm,
  conflict: KeptMeanwhile,
): Promise<EntryStep> {
  const { kept } = conflict;
  const renewed: Entry = { ...entry, kept, base: kept.state.content };
  const { decided, problems } = await decideEntry(services, renewed, typed);
  const form = { typed, reason, from: kept.version, submission: newSubmission() };
  return { entry: renewed, state: { ...form, decided, problems: problems ?? [], conflict } };
}

/** The decision that this very form has recorded already, whatever became of the case since. */
async function repeated({ store }: Services, { kept }: Entry, sent: SentForm): Promise<RecordedAs | null> {
  const isOld = sent.do.do === "record" && kept !== null && kept.version !== sent.from;
  return isOld ? recordedBefore(store, kept.id, sent.submission) : null;
}

/**
 * Takes the form of a case a step further: another row, the decision, or its recording; nothing is recorded but what
 * was shown.
 * @throws {IntegrityError} where the second opinion disagrees.
 */
export async function nextStep(services: Services, by: Actor, entry: Entry, sent: SentForm): Promise<EntryStep> {
  const { typed, from, submission, reason } = sent;
  const form: FormState = { typed, from, submission, reason };
  const other = withOtherRows(sent);
  if (other) return { entry, state: { ...form, ...other } };
  const before = await repeated(services, entry, sent);
  if (before) return { recorded: before };
  const { decided, problems } = await decideEntry(services, entry, typed);
  if (!decided) return { entry, state: { ...form, problems } };
  if (sent.do.do !== "record") return { entry, state: { ...form, decided } };
  if (sent.seen !== markOf(decided)) return { entry, state: { ...form, decided, changed: true } };
  const outcome = await recordEntry(services, by, entry, sent, decided);
  if ("recorded" in outcome) return outcome;
  if ("conflict" in outcome) return afterConflict(services, entry, sent, outcome.conflict);
  return { entry, state: { ...form, decided, problems: outcome.problems } };
}
