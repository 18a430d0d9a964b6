import type { Consultant, Stored } from "../store/records.ts";
import type { Store } from "../store/store.ts";

/**
 * The chambers whose lists a consultant has been on, the present one first. The register holds the present one alone;
 * the log holds every state that it has had.
 */
export async function chambersOf(store: Store, { id, version, state }: Stored<Consultant>): Promise<string[]> {
  if (version === 1) return [state.chamber];
  const changes = await store.findEvents({ record: id, limit: version });
  const events = await Promise.all(changes.map(({ seq }) => store.event(seq)));
  const before = events.flatMap((event) =>
    (event?.records ?? []).flatMap((record) =>
      record.kind === "consultant" && record.id === id && record.state ? [record.state as Consultant] : [],
    ),
  );
  return [...new Set([state.chamber, ...before.map(({ chamber }) => chamber)])];
}
