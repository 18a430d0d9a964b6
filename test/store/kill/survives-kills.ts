import { expect } from "vitest";
import { Random } from "../../../server/demo/random.ts";
import { readEvent } from "../../../server/store/log/read-event.ts";
import type { Store } from "../../../server/store/store.ts";
import { runWriter, type Told, type WriterPlace, type Written } from "./run-writer.ts";

/** How long a store may take to open again, in milliseconds. */
const LONGEST_START = 2000;

/** What all writers together were told. */
export class Acknowledged {
  readonly writes: Written[] = [];
  /** How long the store took to open again at most, in milliseconds. */
  longestStart = 0;
  readonly #last = new Map<number, number>();

  /** Sees to it that a writer found all that those before it had been told of, and nothing by halves. */
  check({ found, complaint, opened }: Told): void {
    expect(complaint).toBe("");
    this.longestStart = Math.max(this.longestStart, opened ?? 0);
    expect(opened ?? 0).toBeLessThan(LONGEST_START);
    for (const { client, one, other, version } of found) {
      expect(other, `the drafts of client ${client}`).toBe(one);
      expect(version).toBe(Number(one));
      expect(version, `the drafts of client ${client}`).toBeGreaterThanOrEqual(this.#last.get(client) ?? 0);
    }
  }

  get figures(): string {
    return `${this.writes.length} acknowledged writes, longest start ${Math.round(this.longestStart)} ms`;
  }

  add({ written }: Told): void {
    this.writes.push(...written);
    for (const { client, number } of written) this.#last.set(client, number);
  }
}

/** The moment of a kill: mostly while writing, now and then while starting. */
const moment = (random: Random): number => (random.percent(15) ? -random.between(1, 250) : random.between(0, 120));

/** Kills writers of a store again and again, at random moments, and sees to it that nothing acknowledged is lost. */
export async function surviveKills(place: WriterPlace, kills: number, seed: number): Promise<Acknowledged> {
  const random = new Random(seed);
  const acknowledged = new Acknowledged();
  for (let kill = 0; kill < kills; kill++) {
    const told = await runWriter(place, moment(random));
    acknowledged.check(told);
    acknowledged.add(told);
  }
  const last = await runWriter(place, 0);
  acknowledged.check(last);
  acknowledged.add(last);
  expect(last.found).toHaveLength(4);
  return acknowledged;
}

/** Sees to it that the log of a store holds each write, where it was said to be. */
export async function proveWritten(store: Store, writes: readonly Written[]): Promise<void> {
  const expected = new Map(writes.map(({ seq, client, number }) => [seq, `${client}/${number}`]));
  let size = 0;
  for await (const { seq, line } of store.events()) {
    const event = readEvent(line);
    expect(event.seq).toBe(size++);
    expect(event.records).toHaveLength(2);
    if (expected.has(seq)) expect(event.submission).toBe(expected.get(seq));
    expected.delete(seq);
  }
  expect([...expected]).toEqual([]);
}
