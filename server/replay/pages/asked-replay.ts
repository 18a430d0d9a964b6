import type { Request } from "express";
import type { Store } from "../../store/store.ts";
import { findingOfReplay } from "../finding.ts";
import { type Impact, type ReplayScope, replayRecorded } from "../replay-recorded.ts";
import type { Asked } from "../replay-runs.ts";
import { emptyTally } from "../tally.ts";
import { readReplayQuery } from "./replay-query.ts";
import type { ReplaySubject } from "./replay-subject.ts";
import type { Sought } from "./sought.ts";

/** A scope as a part of a name: in whatever order it was chosen. */
export const nameOfScope = ({ years = [], chambers = [] }: ReplayScope): string =>
  JSON.stringify([[...years].sort(), [...chambers].sort()]);

/** The cases that are asked for: those of one chamber, where no other may be asked for. */
export const scopeWithin = (
  chamber: string | null,
  { chambers = [], years = [] }: ReplayScope,
): Required<ReplayScope> => (chamber === null ? { chambers, years } : { chambers: [chamber], years });

const askedReplay = (store: Store, { name, trial }: ReplaySubject, scope: ReplayScope): Asked<Impact> => ({
  key: `${name} ${nameOfScope(scope)}`,
  nothing: { tally: emptyTally(), changed: [], done: 0, of: 0 },
  begin: (signal) => replayRecorded(store, trial, scope, signal),
});

/** A replay that an address seeks, with what it is about. */
export interface SoughtReplay extends Sought<Impact> {
  subject: ReplaySubject;
}

/** What an address seeks of a subject. */
export function soughtReplay(store: Store, subject: ReplaySubject, request: Request): SoughtReplay {
  const { language, address, chamber, lookedFor, trial } = subject;
  const query = readReplayQuery(request.query);
  return {
    ...{ subject, language, address, chamber, lookedFor, query },
    asked: askedReplay(store, subject, scopeWithin(chamber, query.scope)),
    findingOf: (impact) => findingOfReplay(trial, impact),
  };
}
