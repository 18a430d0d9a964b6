import type { Store } from "../../store/store.ts";
import { type Impact, type ReplayScope, replayRecorded } from "../replay-recorded.ts";
import type { Asked } from "../replay-runs.ts";
import { emptyTally } from "../tally.ts";
import type { ReplayQuery } from "./replay-query.ts";
import type { ReplaySubject } from "./replay-subject.ts";

/** A scope as a part of a name: in whatever order it was chosen. */
export const nameOfScope = ({ years = [], chambers = [] }: ReplayScope): string =>
  JSON.stringify([[...years].sort(), [...chambers].sort()]);

/** The replay that a page asks for. */
export const askedReplay = (store: Store, { name, trial }: ReplaySubject, { scope }: ReplayQuery): Asked<Impact> => ({
  key: `${name} ${nameOfScope(scope)}`,
  nothing: { tally: emptyTally(), changed: [], done: 0, of: 0 },
  begin: (signal) => replayRecorded(store, trial, scope, signal),
});
