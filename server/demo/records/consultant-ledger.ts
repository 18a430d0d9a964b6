import type { Absence, Case, Decision } from "../../../engine/index.ts";
import type { Change } from "../../store/change.ts";
import type { EventParts, KeptBefore } from "../../store/log/write-event.ts";
import type { DecisionSummary } from "../../store/records.ts";

/** A year that was decided on: how the case was kept, and what the last decision came to. */
export interface DecidedYear {
  content: Case;
  latest: DecisionSummary;
}

/** What is kept of one consultant so far, as far as what comes next goes on from it. */
export class ConsultantLedger {
  readonly #kept = new Map<string, KeptBefore>();
  readonly years = new Map<number, DecidedYear>();
  /** What the last decisions on the years came to. */
  readonly #history = new Map<number, NonNullable<Case["history"]>[number]>();
  /** Suspensions that were imposed as a sanction (clause 9.1). */
  readonly suspensions: Absence[] = [];

  /** The version of a record; 0 where there is none yet. */
  versionOf(kind: string, id: string): number {
    return this.#kept.get(`${kind} ${id}`)?.version ?? 0;
  }

  /** What was kept of each record of a change before. */
  keptBefore({ records }: Change): (KeptBefore | null)[] {
    return records.map(({ kind, id }) => this.#kept.get(`${kind} ${id}`) ?? null);
  }

  /** Takes note of the records as an event left them. A decision never changes: nothing goes on from it. */
  keep({ records }: Pick<EventParts, "records">): void {
    for (const { kind, id, version, after } of records) {
      if (kind !== "decision" && after !== null) this.#kept.set(`${kind} ${id}`, { version, hash: after });
    }
  }

  /** Takes note of a decision and of the case it was made on. */
  decided(content: Case, { reportingYear, outcome, points }: Decision, latest: DecisionSummary): void {
    this.years.set(reportingYear, { content, latest });
    this.#history.set(reportingYear, { reportingYear, credited: points.credited, outcome });
  }

  /** Lets go of a year on which nothing more is recorded; its outcome stays known. */
  close(year: number): void {
    this.years.delete(year);
  }

  /** What the years before came to, the oldest first. */
  historyBefore(year: number): NonNullable<Case["history"]> {
    return [...this.#history.values()]
      .filter(({ reportingYear }) => reportingYear < year)
      .sort((one, other) => one.reportingYear - other.reportingYear);
  }
}
