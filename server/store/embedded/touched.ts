import type { Change } from "../change.ts";
import { referencesOf } from "../references.ts";
import { partitionOf } from "./partition-name.ts";

/** The partitions that a change has to look into, by name. */
export function touchedBy({ records }: Change): Set<string> {
  const names = new Set<string>();
  for (const record of records) {
    names.add(partitionOf(record.kind, record.id));
    for (const { kind, id } of referencesOf(record)) names.add(partitionOf(kind, id));
    if (record.kind === "account") for (const name of ["credential", "session", "link"]) names.add(name);
  }
  return names;
}
