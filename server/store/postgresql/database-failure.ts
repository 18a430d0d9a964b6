import { InvalidChange, StoreFull, StoreUnavailable } from "../failures.ts";

/** The SQLSTATE of a failure, where the database answered one, or the code of a failed connection. */
const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;

const DISK_FULL = "53100";

/**
 * Connection exceptions, refused sign-ins, missing databases, insufficient resources, operator intervention, system
 * errors; a lock that was not given in time; transactions that were given up for others; sockets that failed.
 */
const UNAVAILABLE = /^(08|28|3D|53|57|58)...$|^(55P03|25P03|40001|40P01)$|^E[A-Z_]+$/;

/** What `pg` says, without a code, of a connection that is gone or does not come. */
const DISCONNECTED = /connection (terminated|error)|timeout exceeded when trying to connect|not queryable/i;

/** Constraints, and values that the database cannot hold. */
const REFUSED = /^2[23]...$/;

/** A failure of the database as a failure of the store; anything else as it is. */
export function asStoreFailure(error: unknown): unknown {
  const code = codeOf(error);
  if (!(error instanceof Error)) return error;
  if (code === DISK_FULL) return new StoreFull("the database has no room", { cause: error });
  if (code ? UNAVAILABLE.test(code) : DISCONNECTED.test(error.message))
    return new StoreUnavailable(`the database does not answer: ${error.message || code}`, { cause: error });
  if (REFUSED.test(code ?? "")) return new InvalidChange(error.message); // Its cause may hold the whole row, secrets and all.
  return error;
}

/** Whether a text was asked for that no database holds: one with the character U+0000. */
export const isUnspeakable = (error: unknown): boolean => codeOf(error) === "22021";
