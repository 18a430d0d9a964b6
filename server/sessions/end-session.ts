import type { Response } from "express";
import type { Services } from "../services.ts";
import { Conflict } from "../store/failures.ts";
import type { Actor } from "../store/records.ts";
import { actorOf } from "./actor-of.ts";
import { sessionCookie } from "./secret-cookie.ts";
import { signedInOf } from "./signed-in.ts";

/** Ends a session, whoever holds it: the next request with its token is one of nobody. One that is not there: done. */
export async function revokeSession({ store }: Pick<Services, "store">, id: string, by: Actor): Promise<void> {
  const session = await store.session(id);
  if (!session) return;
  try {
    const records = [{ kind: "session", id, from: session.version, state: null }] as const;
    await store.commit({ action: "session.end", by, records });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    await revokeSession({ store }, id, by);
  }
}

/** Signs out: ends the session of the request and takes its cookie away. */
export async function endSession(services: Pick<Services, "store">, response: Response): Promise<void> {
  const signedIn = signedInOf(response);
  if (signedIn) await revokeSession(services, signedIn.session.id, actorOf(signedIn.account));
  sessionCookie.clear(response);
  response.locals.signedIn = null;
}
