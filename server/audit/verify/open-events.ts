import { stat } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { JOURNAL_FILE } from "../../store/embedded/journal.ts";
import { databaseEvents } from "./database-events.ts";
import { journalEvents } from "./journal-events.ts";
import type { KeptEvents } from "./kept-event.ts";

/** The events of a store, opened for reading alone. */
export interface OpenEvents {
  events: KeptEvents;
  close(): Promise<void>;
}

export const isDatabaseUrl = (place: string): boolean => /^postgres(ql)?:\/\//.test(place);

/** The journal in a folder, or the one that is named itself. */
async function openJournal(place: string): Promise<OpenEvents> {
  const named = await stat(place);
  const file = named.isDirectory() ? join(place, JOURNAL_FILE) : place;
  const { size } = await stat(file);
  return { events: journalEvents(file, size), close: async () => undefined };
}

async function openDatabase(url: string): Promise<OpenEvents> {
  const client = new pg.Client({ connectionString: url, application_name: "qagida audit" });
  await client.connect();
  return { events: databaseEvents(client), close: () => client.end() };
}

/**
 * Opens the events of a folder, a journal or a PostgreSQL database. Nothing is locked, and nothing is changed.
 * @throws {Error} with the system's code where that cannot be read.
 */
export const openEvents = (place: string): Promise<OpenEvents> =>
  isDatabaseUrl(place) ? openDatabase(place) : openJournal(place);
