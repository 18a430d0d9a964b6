import { existsSync, readdirSync } from "node:fs";
import { readConfig } from "../config.ts";
import { serverProblem } from "../problem.ts";
import { StoreRefused } from "../store/failures.ts";
import { openStore, type StoreOptions } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";
import { Refusal } from "./refusal.ts";

const now = (): Date => new Date();

/** The store that is named: a PostgreSQL database by its address, or a folder. */
export const storeAt = (place: string): StoreOptions =>
  /^postgres(ql)?:\/\//.test(place)
    ? { dataFolder: "", databaseUrl: place, now }
    : { dataFolder: place, databaseUrl: null, now };

/** The store that the server works with, by the same settings. */
export function serversStore(): StoreOptions {
  const { dataFolder, databaseUrl } = readConfig(process.env);
  return { dataFolder, databaseUrl, now };
}

/** How a store is called in messages: never by an address, which may hold a password. */
export const nameOf = ({ dataFolder, databaseUrl }: StoreOptions): string =>
  databaseUrl === null ? dataFolder : "PostgreSQL";

/** Whether there is no store yet in a folder: whoever opens one there makes it. */
export const isMissing = ({ dataFolder, databaseUrl }: StoreOptions): boolean =>
  databaseUrl === null && !(existsSync(dataFolder) && readdirSync(dataFolder).length > 0);

/** Sees to it that reading a folder never makes an empty store in it. @throws {Refusal} where there is none. */
export function refuseMissing(place: StoreOptions): void {
  if (isMissing(place)) throw new Refusal(place.dataFolder, [serverProblem("no-store", "")]);
}

/**
 * Opens a store that a running server may hold.
 * @param problem the code of the sentence that tells the way where one does
 * @throws {Refusal} where one does.
 */
export async function openUnlessInUse(place: StoreOptions, problem: string): Promise<Store> {
  try {
    return await openStore(place);
  } catch (error) {
    if (!(error instanceof StoreRefused && error.code === "locked")) throw error;
    throw new Refusal(nameOf(place), [serverProblem(problem, "")]);
  }
}
