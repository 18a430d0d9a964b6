import type { PublishedRules } from "../../published-rules.ts";
import type { Change } from "../../store/change.ts";
import { type EncodedEvent, encodeEvents } from "../../store/log/encode-events.ts";
import { eventOf } from "../../store/log/write-event.ts";
import { accountOfConsultant } from "../demo-accounts.ts";
import type { CountrySettings } from "./country-settings.ts";
import { foundingChanges, invitation } from "./founding-changes.ts";
import { type MergedOrder, mergedOrder } from "./merged-order.ts";
import { type ShareWriter, writerHere, writerInThread } from "./share-writer.ts";

/** When the chambers, the officers and the Rules were entered. */
const FOUNDED_AT = "2022-01-05T04:00:00.000Z";
/** How many events are asked for at a time, and how many such pieces are under way. */
const PIECE = 300;
const UNDER_WAY = 4;

export interface CountryOptions {
  rules: PublishedRules;
  /** How many threads decide and write; 0 does it in this one. */
  threads: number;
  /** Called after each piece: how much of the story is told, from 0 to 1, and up to which instant. */
  onProgress?(told: number, instant: number): void;
}

const encoded = (first: number, at: string, changes: readonly Change[]): EncodedEvent[] =>
  encodeEvents(changes.map((change, place) => eventOf(first + place, at, change, []))).events;

function writers(settings: CountrySettings, { rules, threads }: CountryOptions): ShareWriter[] {
  if (threads === 0) return [writerHere(settings, { first: 1, every: 1 }, rules)];
  const each = Array.from({ length: threads }, (_, thread) => ({ first: thread + 1, every: threads }));
  return each.map((work) => writerInThread(settings, work, rules.ruleSet));
}

/** Has each share write its events of a piece, and puts them into their order. */
async function writePiece(shares: readonly ShareWriter[], order: MergedOrder, from: number, first: number) {
  const owners = order.shares.subarray(from, from + PIECE);
  const written = await Promise.all(
    shares.map((share, own) => {
      const places: number[] = [];
      for (const [at, owner] of owners.entries()) if (owner === own) places.push(first + from + at);
      return share.write(Uint32Array.from(places));
    }),
  );
  const next = shares.map(() => 0);
  return Array.from(owners, (owner): EncodedEvent => {
    const event = written[owner]?.[next[owner] as number] as EncodedEvent;
    next[owner] = (next[owner] as number) + 1;
    return event;
  });
}

async function* consultantEvents(shares: readonly ShareWriter[], first: number, { onProgress }: CountryOptions) {
  const order = mergedOrder(await Promise.all(shares.map((share) => share.order())));
  const { length } = order.instants;
  const underWay: Promise<EncodedEvent[]>[] = [];
  for (let from = 0; from < length + UNDER_WAY * PIECE; from += PIECE) {
    if (from < length) underWay.push(writePiece(shares, order, from, first));
    if (underWay.length < UNDER_WAY && from + PIECE < length) continue;
    const piece = await underWay.shift();
    if (!piece) return length;
    yield* piece;
    const told = (piece.at(-1) as EncodedEvent).seq + 1 - first;
    onProgress?.(told / length, order.instants[told - 1] as number);
  }
  return length;
}

/**
 * All that was ever recorded in a country of the demo, as the events of a log: every decision in it was decided by the
 * engine and confirmed by the second opinion. Equal settings give equal bytes, however many threads there are.
 */
export async function* countryEvents(settings: CountrySettings, options: CountryOptions): AsyncGenerator<EncodedEvent> {
  const { seed, consultants, today } = settings;
  const founding = foundingChanges(seed, options.rules);
  yield* encoded(0, FOUNDED_AT, founding);
  const shares = writers(settings, options);
  try {
    const count = yield* consultantEvents(shares, founding.length, options);
    const account = accountOfConsultant(seed, today, consultants);
    yield* encoded(founding.length + count, `${today}T00:00:00.000Z`, [invitation(seed, account)]);
  } finally {
    await Promise.all(shares.map((share) => share.end()));
  }
}
