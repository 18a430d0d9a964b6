import { join } from "node:path";
import { treeOf } from "../../server/audit/merkle/tree-of.ts";
import { countryEvents } from "../../server/demo/generate/country.ts";
import type { CountrySettings } from "../../server/demo/generate/country-settings.ts";
import { rulesOfCountry } from "../../server/demo/generate/rules-of-country.ts";
import { PROJECT_ROOT } from "../../server/project-root.ts";
import { readRuleBook } from "../../server/published-rules.ts";
import type { LoggedEvent } from "../../server/store/change.ts";
import { asText } from "../../server/store/log/foreign-event.ts";
import type { RecordKind, RecordStates } from "../../server/store/records.ts";
import type { WrittenEvent } from "../../server/store/store.ts";

export const SMALL: CountrySettings = { seed: 2022, consultants: 200, today: "2026-11-23" };

export const RULES = rulesOfCountry(readRuleBook(join(PROJECT_ROOT, "rules")));

/** The events of a country, told in this thread. */
export const eventsOf = (settings: CountrySettings = SMALL) => countryEvents(settings, { rules: RULES, threads: 0 });

async function* linesOf(settings: CountrySettings): AsyncGenerator<WrittenEvent> {
  for await (const event of eventsOf(settings)) yield { seq: event.seq, line: asText(event.line) };
}

/** The Merkle root of a country's log, in hex. */
export const rootOf = async (settings: CountrySettings): Promise<string> =>
  Buffer.from((await treeOf(linesOf(settings))).root()).toString("hex");

/** A country's events, read. */
export async function readCountry(settings: CountrySettings = SMALL): Promise<LoggedEvent[]> {
  const events: LoggedEvent[] = [];
  for await (const { line } of linesOf(settings)) events.push(JSON.parse(line));
  return events;
}

/** The states of one kind that the events left, in their order, with the event of each. */
export const statesOf = <Kind extends RecordKind>(events: readonly LoggedEvent[], kind: Kind) =>
  events.flatMap((event) =>
    event.records
      .filter((record) => record.kind === kind && record.state !== null)
      .map(({ id, state }) => ({ event, id, state: state as RecordStates[Kind] })),
  );
