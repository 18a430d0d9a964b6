import type { Operation } from "./operation.ts";
import type { Acknowledged } from "./prove.ts";

/** What was acknowledged among some operations. */
export function acknowledgedBy(operations: readonly Operation[]): Acknowledged {
  const told = operations.flatMap((one) => (one.kind === "acknowledged" ? [one.what.split(" ")] : []));
  return {
    events: told.filter(([what]) => what === "event").map(([, seq]) => Number(seq)),
    documents: told.filter(([what]) => what === "document").map(([, sha256]) => sha256 as string),
  };
}
