import { open, stat } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { JOURNAL_FILE } from "../../store/embedded/journal.ts";
import { backupEvents } from "./backup-events.ts";
import { databaseEvents } from "./database-events.ts";
import { journalEvents } from "./journal-events.ts";
import type { KeptEvents } from "./kept-event.ts";

/** The events of a store, opened for reading alone. */
export interface OpenEvents {
  events: KeptEvents;
  /** Whether they may end earlier than their seals: a backup does. */
  isBackup: boolean;
  close(): Promise<void>;
}

export const isDatabaseUrl = (place: string): boolean => /^postgres(ql)?:\/\//.test(place);

const GZIP = Buffer.of(0x1f, 0x8b);

async function isPacked(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(GZIP.length), 0, GZIP.length, 0);
    return buffer.equals(GZIP);
  } finally {
    await handle.close();
  }
}

/** The journal in a folder, or a journal or a backup that is named itself. */
async function openFile(place: string): Promise<OpenEvents> {
  const file = (await stat(place)).isDirectory() ? join(place, JOURNAL_FILE) : place;
  const { size } = await stat(file);
  const isBackup = await isPacked(file);
  const events = isBackup ? backupEvents(file) : journalEvents(file, size);
  return { events, isBackup, close: async () => undefined };
}

async function openDatabase(url: string): Promise<OpenEvents> {
  const client = new pg.Client({ connectionString: url, application_name: "qagida audit" });
  await client.connect();
  return { events: databaseEvents(client), isBackup: false, close: () => client.end() };
}

/**
 * Opens the events of a folder, a journal, a backup or a PostgreSQL database. Nothing is locked, and nothing is changed.
 * @throws {Error} with the system's code where that cannot be read.
 */
export const openEvents = (place: string): Promise<OpenEvents> =>
  isDatabaseUrl(place) ? openDatabase(place) : openFile(place);
