import type { ForeignParts, ForeignRecord } from "./foreign-event.ts";
import { stateHash } from "./state-hash.ts";

interface Link {
  version: number;
  after: string;
}

/** The events do not make a log: one of them does not go on from those before it. */
export class BrokenLog extends Error {
  override readonly name = "BrokenLog";
}

/** Events that come from elsewhere, one after another: each has to go on from those before it. */
export class EventChain {
  readonly #last = new Map<string, Link>();
  #next = 0;

  /**
   * Takes the next event.
   * @throws {BrokenLog} where it does not stand in its place, a state is not what its hash says, or a record does not go on
   * from where it was.
   */
  follow({ seq, records }: Pick<ForeignParts, "seq" | "records">): void {
    if (seq !== this.#next++) throw new BrokenLog(`event ${seq} comes where event ${this.#next - 1} should`);
    for (const record of records) this.#followRecord(seq, record);
  }

  #followRecord(seq: number, { kind, id, version, before, after, text }: ForeignRecord): void {
    const name = `${kind} ${id}`;
    const last = this.#last.get(name);
    const isNext = version === (last?.version ?? 0) + 1 && before === (last?.after ?? null);
    if (!isNext || after !== (text === null ? null : stateHash(text)))
      throw new BrokenLog(`event ${seq}: ${name} version ${version} does not follow from what was before`);
    if (after === null) this.#last.delete(name);
    else this.#last.set(name, { version, after });
  }
}
