import type { EventHead, LoggedEvent } from "../change.ts";
import { headOf, readEvent } from "../log/read-event.ts";
import type { EventQuery, WrittenEvent } from "../store.ts";
import type { EventIndex } from "./event-index.ts";
import { signQuery } from "./event-signature.ts";
import type { Journal } from "./journal.ts";

/** The events of the journal, found by their place or by what is asked for. */
export class EventLog {
  readonly #journal: Journal;
  readonly #index: EventIndex;

  constructor(journal: Journal, index: EventIndex) {
    this.#journal = journal;
    this.#index = index;
  }

  get size(): number {
    return this.#index.size;
  }

  async line(seq: number): Promise<string> {
    const { length } = this.#journal;
    const isLast = seq + 1 === this.size;
    const offset = await this.#index.offsetOf(seq);
    const end = isLast ? length : await this.#index.offsetOf(seq + 1);
    return this.#journal.read(offset, end - offset);
  }

  async event(seq: number): Promise<LoggedEvent | null> {
    if (!Number.isSafeInteger(seq) || seq < 0 || seq >= this.size) return null;
    return readEvent(await this.line(seq));
  }

  /** The events from one place on, up to and without another; no more than there are when it begins. */
  async *lines(from = 0, to = this.size): AsyncGenerator<WrittenEvent> {
    const { length } = this.#journal;
    const below = Math.min(to, this.size);
    let seq = Math.max(0, from);
    if (seq >= below) return;
    const end = below < this.size ? await this.#index.offsetOf(below) : length;
    for await (const events of this.#journal.scan(await this.#index.offsetOf(seq), end))
      for (const { event } of events) yield { seq: seq++, line: event };
  }

  async find(query: EventQuery): Promise<EventHead[]> {
    const [from, below] = await this.#range(query);
    const heads: EventHead[] = [];
    if (query.limit <= 0) return heads;
    for await (const seq of this.#index.withMarks(signQuery(query), from, below)) {
      const head = headOf(readEvent(await this.line(seq)));
      if (isAskedFor(head, query)) heads.push(head);
      if (heads.length >= query.limit) break;
    }
    return heads;
  }

  async #range({ since, until, before = this.size }: EventQuery): Promise<[number, number]> {
    const from = since === undefined ? 0 : await this.#first((at) => at >= since);
    const below = until === undefined ? this.size : await this.#first((at) => at > until);
    return [from, Math.min(below, Math.max(0, before))];
  }

  /** The first event whose instant passes: instants never go back. */
  async #first(passes: (at: string) => boolean): Promise<number> {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (passes(readEvent(await this.line(middle)).at)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

function isAskedFor({ action, by, records }: EventHead, query: EventQuery): boolean {
  if (query.action !== undefined && action !== query.action) return false;
  if (query.by !== undefined && by.account !== query.by) return false;
  const { record } = query;
  if (record === undefined) return true;
  return records.some(({ id }) => (record.endsWith("/") ? id.startsWith(record) : id === record));
}
