import { existsSync, readdirSync } from "node:fs";
import { readConfig } from "../config.ts";
import { serverProblem } from "../problem.ts";
import type { StoreOptions } from "../store/open-store.ts";
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

/** Sees to it that reading a folder never makes an empty store in it. @throws {Refusal} where there is none. */
export function refuseMissing({ dataFolder, databaseUrl }: StoreOptions): void {
  if (databaseUrl !== null || (existsSync(dataFolder) && readdirSync(dataFolder).length > 0)) return;
  throw new Refusal(dataFolder, [serverProblem("no-store", "")]);
}
