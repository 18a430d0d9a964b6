import { readFileSync } from "node:fs";
import { type SealFolder, sealFolder } from "../audit/seals/seal-folder.ts";
import { readVerifierKey, type VerifierKey } from "../audit/seals/verifier-key.ts";
import { isDatabaseUrl, type OpenEvents, openEvents } from "../audit/verify/open-events.ts";
import { readConfig } from "../config.ts";
import { serverProblem } from "../problem.ts";
import { fileRefusal } from "./files.ts";
import { Refusal } from "./refusal.ts";

/** Where the log, its seals and the key are: what is not said is what the server uses. */
export interface AuditPlaces {
  data?: string;
  checkpoints?: string;
  key?: string;
}

/** The log that is asked about, and the folder of its seals. */
export function auditPlaces({ data }: AuditPlaces): { log: string; seals: SealFolder } {
  const environment = data && !isDatabaseUrl(data) ? { ...process.env, QAGIDA_DATA: data } : process.env;
  const { dataFolder, databaseUrl, sealsFolder } = readConfig(environment);
  return { log: data ?? databaseUrl ?? dataFolder, seals: sealFolder(sealsFolder) };
}

/**
 * Opens the events of the log.
 * @throws {Refusal} where they cannot be read.
 */
export async function eventsOf(log: string): Promise<OpenEvents> {
  try {
    return await openEvents(log);
  } catch (error) {
    if (!isDatabaseUrl(log)) throw fileRefusal(log, error);
    throw new Refusal("PostgreSQL", [serverProblem("database-unread", "", { reason: (error as Error).message })]);
  }
}

/**
 * The key to check seals with: given as its line or as a file; otherwise the one in the folder of the seals.
 * @throws {Refusal} where there is none.
 */
export function keyOf({ key }: AuditPlaces, seals: SealFolder): VerifierKey {
  const file = key ?? seals.verifierKey;
  const found = readVerifierKey(file) ?? readVerifierKey(readKeyFile(file));
  if (!found) throw new Refusal(file, [serverProblem("not-a-verifier-key", "")]);
  return found;
}

function readKeyFile(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw fileRefusal(file, error);
  }
}
