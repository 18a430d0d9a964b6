import express, { type Express } from "express";
import type { Services } from "../../server/services.ts";
import { endSession } from "../../server/sessions/end-session.ts";
import { recogniseSession } from "../../server/sessions/recognise-session.ts";
import { signedInOf } from "../../server/sessions/signed-in.ts";
import { startSession } from "../../server/sessions/start-session.ts";
import type { RecordChange } from "../../server/store/change.ts";
import type { Account, Stored } from "../../server/store/records.ts";
import type { Store } from "../../server/store/store.ts";

/** Nothing but sessions: signs in whoever is named, says who is signed in, signs out. */
export function createSessionSite(services: Services): Express {
  const app = express();
  app.set("trust proxy", services.trustProxy);
  app.use(recogniseSession(services));
  app.get("/in/:account", async ({ params }, response) => {
    await startSession(services, response, (await services.store.account(params.account)) as Stored<Account>);
    response.end();
  });
  app.get("/who", (_request, response) => void response.send(signedInOf(response)?.account.id ?? "nobody"));
  app.get("/out", async (_request, response) => {
    await endSession(services, response);
    response.end();
  });
  return app;
}

const account = (id: string): RecordChange => ({
  kind: "account",
  id,
  from: 0,
  state: { login: id, name: id, grants: [], closed: false },
});

/** Two accounts, to sign in with. */
export async function addAccounts(store: Store): Promise<void> {
  const records = ["aigerim", "daulet"].map(account);
  await store.commit({ action: "store.load", by: { account: null, name: "Qagida" }, records });
}

/** The token in the cookie that an answer sets. */
export const tokenIn = (headers: Record<string, unknown>): string =>
  /session=([\w-]{43})/.exec(String(headers["set-cookie"]))?.[1] ?? "";
