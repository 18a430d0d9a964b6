import type { Action } from "../authorisation/actions.ts";
import { HttpError } from "../http/http-error.ts";
import type { RecordChange } from "../store/change.ts";
import { Conflict } from "../store/failures.ts";
import type { Actor, Draft, Stored } from "../store/records.ts";
import type { Store } from "../store/store.ts";

/** A step of the procedure: what it is called, who takes it, and the submission that it came with. */
export interface Step {
  action: Action;
  by: Actor;
  submission: string;
  reason?: string;
}

/** What a step makes of a draft as it is kept now. It may name the action anew. */
export type Taken = RecordChange[] | { action: Action; records: RecordChange[] };

const MOST_TRIES = 100;

/** The draft, with its version. */
export async function draftOf(store: Store, id: string): Promise<Stored<Draft>> {
  const draft = await store.draft(id);
  if (!draft) throw new HttpError(404);
  return draft;
}

/**
 * Takes a step on a draft as it is kept. Where somebody else changed it in between, the step is tried anew on what
 * they made of it: each step is checked against the draft that it changes.
 * @throws {AdoptionRefused} where the step is not allowed on the draft as it is.
 */
export async function takeStep(
  store: Store,
  id: string,
  { action, by, submission, reason }: Step,
  take: (draft: Stored<Draft>) => Promise<Taken> | Taken,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    const taken = await take(await draftOf(store, id));
    const step = Array.isArray(taken) ? { action, records: taken } : taken;
    try {
      await store.commit({ ...step, by, submission, ...(reason === undefined ? {} : { reason }) });
      return;
    } catch (error) {
      if (!(error instanceof Conflict) || tries === MOST_TRIES) throw error;
    }
  }
}

/** The change of a draft's record alone. */
export const changeOf = ({ id, version }: Stored<Draft>, state: Draft): RecordChange[] => [
  { kind: "draft", id, from: version, state },
];
