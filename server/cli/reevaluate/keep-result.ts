import { randomUUID } from "node:crypto";
import { may } from "../../authorisation/may.ts";
import { serverProblem } from "../../problem.ts";
import { keepLookingBack } from "../../replay/looking-back/kept/keep-looking-back.ts";
import { readNote } from "../../replay/looking-back/kept/note.ts";
import type { Beginning } from "../../replay/replay-run.ts";
import { actorOf } from "../../sessions/actor-of.ts";
import type { Actor } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import { Refusal } from "../refusal.ts";
import type { LookedBack } from "./looked-back.ts";
import { type ReevaluateOptions, scopeOf } from "./reevaluate-options.ts";

/** In whose name a result is kept, and for whose pages: the country's, or those of the one chamber they may look back on. */
export interface Keeper {
  by: Actor;
  chamber: string | null;
}

/** @throws {Refusal} where nobody with this login may keep what comes of these chambers. */
export async function keeperNamed(store: Store, login: string, options: ReevaluateOptions): Promise<Keeper> {
  const account = await store.accountNamed(login.toLowerCase());
  const [chamber, ...others] = scopeOf(options).chambers;
  if (account && !account.state.closed) {
    const by = actorOf(account);
    if (may(account, "replay.keep")) return { by, chamber: null };
    if (chamber !== undefined && others.length === 0 && may(account, "replay.keep", { chamber }))
      return { by, chamber };
  }
  throw new Refusal(login, [serverProblem("no-such-keeper", "", { login })]);
}

/** Keeps what looking back came to. @returns the id under which it is kept. */
export const keepResult = (
  store: Store,
  { finding, lookedFor }: LookedBack,
  { by, chamber }: Keeper,
  from: Beginning,
  options: ReevaluateOptions,
): Promise<string> =>
  keepLookingBack(store, finding, {
    ...{ by, chamber, from, asked: lookedFor },
    at: new Date().toISOString(),
    note: readNote(options.note),
    submission: randomUUID(),
    scope: scopeOf(options),
  });
