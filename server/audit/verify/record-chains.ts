import type { LoggedEvent, RecordEvent } from "../../store/change.ts";
import { stateHash } from "../../store/log/state-hash.ts";
import type { Findings } from "./finding.ts";

/** The record as its last event left it. */
interface Link {
  version: number;
  after: string;
  /** How many gaps the log had before it. */
  gaps: number;
}

/** Follows every record through the log: each event of it has to go on from where the one before left it. */
export class RecordChains {
  readonly #last = new Map<string, Link>();
  readonly #findings: Findings;
  #gaps = 0;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** Something is missing here: what comes next goes on from what is not known. */
  lose(): void {
    this.#gaps += 1;
  }

  follow({ seq, records }: Pick<LoggedEvent, "seq" | "records">): void {
    for (const record of records) this.#followRecord(seq, record);
  }

  #followRecord(seq: number, { kind, id, version, before, after, state }: RecordEvent): void {
    const name = `${kind} ${id}`;
    const last = this.#last.get(name);
    if (after !== (state === null ? null : stateHash(JSON.stringify(state))))
      this.#findings.add("edited-state", { seq, record: name });
    const isKnown = (last?.gaps ?? 0) === this.#gaps;
    if (isKnown && (before !== (last?.after ?? null) || version !== (last?.version ?? 0) + 1))
      this.#findings.add("broken-chain", { seq, record: name });
    if (after === null) this.#last.delete(name);
    else this.#last.set(name, { version, after, gaps: this.#gaps });
  }
}
