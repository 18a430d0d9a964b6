import { Agent, get as send } from "node:http";
import { describe, expect, it } from "vitest";
import { idOfToken } from "../../server/sessions/secret-token.ts";
import { openStore } from "../../server/store/open-store.ts";
import { accountOf, settle } from "../authorisation/people.ts";
import { newDataFolder, startServer } from "./server-process.ts";
import { beginSession } from "./visitor.ts";

const CLIENTS = 24;
const SESSIONS = 1500;
const SIX_MINUTES = 6 * 60_000;

/*
 * Where the clients ask on a new connection each time, the system may hold some that the server has not taken when it
 * closes: those are reset before anything is read of them, as where nobody listens. No other request may fail.
 */

/** A data folder with many sessions that were last used six minutes ago: the next use of each is a write. */
async function withSessions(dataFolder: string): Promise<string[]> {
  const now = (): Date => new Date(Date.now() - SIX_MINUTES);
  const store = await openStore({ dataFolder, databaseUrl: null, now });
  await settle(store);
  const auditor = accountOf("the auditor");
  if (!auditor) throw new Error("there is no auditor");
  const tokens = await Promise.all(Array.from({ length: SESSIONS }, () => beginSession({ store, now }, auditor)));
  await store.close();
  return tokens;
}

interface Outcome {
  /** The status, or the code of what went wrong. */
  outcome: number | string;
  /** Whether the server had the connection already. */
  reused: boolean;
}

/** Asks for a page by a session; the request bears the session's id. */
const ask = (port: number, token: string, agent: Agent): Promise<Outcome> =>
  new Promise((resolve) => {
    const headers = { cookie: `session=${token}`, "x-request-id": idOfToken(token) };
    const asking = send({ port, path: "/kk/", agent, headers }, (response) => {
      response.resume();
      response.once("end", () => resolve({ outcome: response.statusCode ?? 0, reused: asking.reusedSocket }));
      response.once("error", () => resolve({ outcome: "cut", reused: true }));
    });
    asking.once("error", (error: NodeJS.ErrnoException) => {
      resolve({ outcome: error.code ?? "failed", reused: asking.reusedSocket });
    });
  });

describe.each([
  ["on connections that are kept", true],
  ["on a new connection for each request", false],
])("SIGTERM under load %s", (_, keepAlive) => {
  it("fails no request that was taken, and loses nothing that was answered", { timeout: 60_000 }, async () => {
    const dataFolder = newDataFolder();
    const tokens = await withSessions(dataFolder);
    const { child, port, ended } = startServer({ QAGIDA_DATA: dataFolder });
    const at = await port();
    const agent = new Agent({ keepAlive, maxSockets: CLIENTS });
    const answered: string[] = [];
    const failed: (Outcome & { token: string })[] = [];
    const waiting = [...tokens];

    async function client(): Promise<void> {
      for (let token = waiting.pop(); token; token = waiting.pop()) {
        const { outcome, reused } = await ask(at, token, agent);
        if (outcome === "ECONNREFUSED") return;
        if (outcome !== 200) failed.push({ token, outcome, reused });
        else if (answered.push(token) === SESSIONS / 5) child.kill("SIGTERM");
      }
    }
    await Promise.all(Array.from({ length: CLIENTS }, client));
    agent.destroy();
    const { code, log } = await ended;
    expect(code).toBe(0);
    expect(failed.filter(({ token, reused }) => reused || log.includes(idOfToken(token)))).toEqual([]);
    expect(failed.length).toBeLessThan(CLIENTS);
    expect(answered.length).toBeGreaterThanOrEqual(SESSIONS / 5);
    expect(answered.length).toBeLessThan(SESSIONS);

    const store = await openStore({ dataFolder, databaseUrl: null, now: () => new Date() });
    const seen = await Promise.all(answered.map((token) => store.session(idOfToken(token))));
    await store.close();
    const late = seen.filter((session) => Date.now() - Date.parse(session?.state.seenAt ?? "") >= SIX_MINUTES);
    expect(late).toEqual([]);
  });
});
