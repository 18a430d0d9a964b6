import type { RequestHandler, Response } from "express";
import { may } from "../authorisation/may.ts";
import type { Services } from "../services.ts";
import { Conflict, StoreFull, StoreUnavailable } from "../store/failures.ts";
import type { Account, Session, Stored } from "../store/records.ts";
import { actorOf } from "./actor-of.ts";
import { isAlive, isStale } from "./lifetime.ts";
import { sessionCookie } from "./secret-cookie.ts";
import { idOfToken } from "./secret-token.ts";
import type { SignedIn } from "./signed-in.ts";

type Needed = Pick<Services, "store" | "now" | "logger">;

/** Notes that a session is in use. Nobody is turned away where that cannot be noted: the session ends the sooner. */
async function refresh({ store, now, logger }: Needed, session: Stored<Session>, account: Stored<Account>) {
  const state = { ...session.state, seenAt: now().toISOString() };
  const records = [{ kind: "session", id: session.id, from: session.version, state }] as const;
  try {
    await store.commit({ action: "session.refresh", by: actorOf(account), records });
  } catch (error) {
    if (error instanceof StoreFull || error instanceof StoreUnavailable) logger.warn(error.message);
    else if (!(error instanceof Conflict)) throw error;
  }
}

async function whoHolds(services: Needed, token: string): Promise<SignedIn | null> {
  const session = await services.store.session(idOfToken(token));
  if (!session || !isAlive(session.state, services.now())) return null;
  const account = await services.store.account(session.state.account);
  if (!account || account.state.closed) return null;
  if (isStale(session.state, services.now())) await refresh(services, session, account);
  return { account, session, may: (action, whose) => may(account, action, whose) };
}

/** Lets nobody keep what was made for somebody who is signed in. */
const keepPrivate = (response: Response): void => void response.set("Cache-Control", "no-store");

/** Tells by the cookie who is signed in: `response.locals.signedIn`, null for nobody. */
export const recogniseSession = (services: Needed): RequestHandler =>
  async function recognised(request, response, next) {
    const token = sessionCookie.read(request);
    response.locals.signedIn = token ? await whoHolds(services, token) : null;
    if (response.locals.signedIn) keepPrivate(response);
    next();
  };
