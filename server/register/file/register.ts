import type { Chamber, Consultant } from "../../store/records.ts";

/** A record with its id. */
export interface Entry<State> {
  id: string;
  state: State;
}

/** All chambers, and all consultants on their lists. */
export interface Register {
  chambers: Entry<Chamber>[];
  consultants: Entry<Consultant>[];
}
