import type { Response } from "express";
import { anonymousCookie } from "../forms/form-token.ts";
import type { Services } from "../services.ts";
import type { RecordChange } from "../store/change.ts";
import type { Account, Session, Stored } from "../store/records.ts";
import { actorOf } from "./actor-of.ts";
import { deviceOf } from "./device.ts";
import { isAlive, latestEnd } from "./lifetime.ts";
import { sessionCookie } from "./secret-cookie.ts";
import { idOfToken, newToken } from "./secret-token.ts";

const removal = ({ id, version }: Stored<Session>): RecordChange => ({
  kind: "session",
  id,
  from: version,
  state: null,
});

/** The sessions that a new one replaces: the one that this browser held, and those of the account that are over. */
async function replaced({ store, now }: Pick<Services, "store" | "now">, response: Response, account: string) {
  const held = sessionCookie.read(response.req);
  const heldHere = held ? await store.session(idOfToken(held)) : null;
  const over = (await store.sessionsOf(account)).filter(({ state }) => !isAlive(state, now()));
  return [...(heldHere ? [heldHere] : []), ...over.filter(({ id }) => id !== heldHere?.id)];
}

/**
 * Signs an account in: a new session with a new token, which the answer's cookie holds; the browser's earlier session
 * and what it knew before are void.
 */
export async function startSession(
  services: Pick<Services, "store" | "now">,
  response: Response,
  account: Stored<Account>,
): Promise<void> {
  const token = newToken();
  const now = services.now();
  const state: Session = {
    account: account.id,
    signedInAt: now.toISOString(),
    seenAt: now.toISOString(),
    expiresAt: latestEnd(now),
    device: deviceOf(response.req.get("User-Agent")),
  };
  const ended = (await replaced(services, response, account.id)).map(removal);
  await services.store.commit({
    action: "session.start",
    by: actorOf(account),
    records: [{ kind: "session", id: idOfToken(token), from: 0, state }, ...ended],
  });
  sessionCookie.set(response, token);
  anonymousCookie.clear(response);
}
