import type { Response } from "express";
import { anonymousCookie } from "../forms/form-token.ts";
import type { Services } from "../services.ts";
import type { RecordChange } from "../store/change.ts";
import { Conflict } from "../store/failures.ts";
import type { Account, Session, Stored } from "../store/records.ts";
import { actorOf } from "./actor-of.ts";
import { deviceOf } from "./device.ts";
import { isAlive, latestEnd } from "./lifetime.ts";
import { sessionCookie } from "./secret-cookie.ts";
import { idOfToken, newToken } from "./secret-token.ts";

type Needed = Pick<Services, "store" | "now">;

const removal = ({ id, version }: Stored<Session>): RecordChange => ({
  kind: "session",
  id,
  from: version,
  state: null,
});

/** The sessions that a new one replaces: the one that this browser held, and those of the account that are over. */
async function replaced({ store, now }: Needed, response: Response, account: string): Promise<RecordChange[]> {
  const held = sessionCookie.read(response.req);
  const heldHere = held ? await store.session(idOfToken(held)) : null;
  const over = (await store.sessionsOf(account)).filter(({ state }) => !isAlive(state, now()));
  return [...(heldHere ? [heldHere] : []), ...over.filter(({ id }) => id !== heldHere?.id)].map(removal);
}

function sessionOf(account: Stored<Account>, response: Response, now: Date): Session {
  const instant = now.toISOString();
  const device = deviceOf(response.req.get("User-Agent"));
  return { account: account.id, signedInAt: instant, seenAt: instant, expiresAt: latestEnd(now), device };
}

/** Commits the session; once more, where what it replaces was changed or removed at the same time. */
async function commitSession(services: Needed, response: Response, account: Stored<Account>, id: string) {
  const state = sessionOf(account, response, services.now());
  const records: RecordChange[] = [
    { kind: "session", id, from: 0, state },
    ...(await replaced(services, response, account.id)),
  ];
  try {
    await services.store.commit({ action: "session.start", by: actorOf(account), records });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    await commitSession(services, response, account, id);
  }
}

/**
 * Signs an account in: a new session with a new token, which the answer's cookie holds; the browser's earlier session
 * and what it knew before are void.
 */
export async function startSession(services: Needed, response: Response, account: Stored<Account>): Promise<void> {
  const token = newToken();
  await commitSession(services, response, account, idOfToken(token));
  sessionCookie.set(response, token);
  anonymousCookie.clear(response);
}
