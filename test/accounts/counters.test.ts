import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Counters } from "../../server/accounts/throttle/counters.ts";
import { countersInPostgresql } from "../../server/accounts/throttle/counters-in-postgresql.ts";
import { Throttle } from "../../server/accounts/throttle/throttle.ts";
import { createThrottles } from "../../server/accounts/throttle/throttles.ts";
import { visit } from "../server/visitor.ts";
import { startCuttingProxy } from "../store/cutting-proxy.ts";
import { startPostgresql, type TestServer } from "../store/postgresql.ts";
import { addAccount, openPlace, PASSWORD } from "./people.ts";

const PATIENCE = { free: 3, firstWait: 30, longestWait: 60, forgetAfter: 3600 };

let server: TestServer;
let processes: Counters[];

beforeAll(async () => {
  server = await startPostgresql();
  const url = await server.createDatabase();
  processes = await Promise.all([countersInPostgresql(url), countersInPostgresql(url)]);
}, 60_000);

afterAll(async () => {
  for (const counters of processes) await counters.close();
  await server.stop();
});

describe("attempts at two processes on one database", () => {
  it("are counted together, also in a burst", async () => {
    const throttles = processes.map((counters) => new Throttle(counters, "burst", PATIENCE));
    const attempts = Array.from({ length: 40 }, (_, at) => throttles[at % 2]?.admit("a"));
    const answers = await Promise.allSettled(attempts);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(PATIENCE.free + 1);
    const [refused] = answers.filter(({ status }) => status === "rejected") as PromiseRejectedResult[];
    expect(refused?.reason.retryAfter).toBeGreaterThan(PATIENCE.firstWait - 10);
  });

  it("are forgotten together", async () => {
    const [here, there] = processes.map((counters) => new Throttle(counters, "forget", PATIENCE));
    for (let at = 0; at <= PATIENCE.free; at++) await here?.admit("a");
    await expect(there?.admit("a")).rejects.toThrow("too many attempts");
    await there?.forget("a");
    await here?.admit("a");
  });
});

describe("a database of the counters that does not answer", () => {
  it("lets nobody sign in, and says that it will pass: 503, and nothing of what went wrong", async () => {
    const proxy = await startCuttingProxy(await server.createDatabase());
    const counters = await countersInPostgresql(proxy.url);
    const place = await openPlace({ throttles: createThrottles(counters) });
    await addAccount(place, "aigerim", [{ role: "administrator" }]);
    const signIn = (login: string) =>
      visit(place.app).post("/en/sign-in", { login, password: PASSWORD, next: "" }, "/en/sign-in");
    expect((await signIn("aigerim")).status).toBe(303);

    await proxy.close();
    for (const login of ["aigerim", "nobody"]) {
      const { status, headers, text } = await signIn(login);
      expect([status, headers["retry-after"]]).toEqual([503, "5"]);
      expect(text).toContain("Signing in does not work at the moment");
      expect(text).not.toContain("ECONNREFUSED");
    }
    await counters.close();
  });
});
