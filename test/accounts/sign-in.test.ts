import { hash, parseOptions } from "@node-rs/argon2";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { decoyHash } from "../../server/accounts/passwords/decoy-hash.ts";
import { hashPassword, isOutdated, PARAMETERS } from "../../server/accounts/passwords/hash-password.ts";
import { type Visitor, visit } from "../server/visitor.ts";
import { addAccount, OTHER_PASSWORD, openPlace, PASSWORD, type Place } from "./people.ts";

vi.setConfig({ testTimeout: 30_000 });

let place: Place;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2025-03-20T04:00:00Z") });
  place = await openPlace();
  await addAccount(place, "aigerim", [{ role: "administrator" }]);
});
afterEach(() => vi.useRealTimers());

const later = (seconds: number): void => void vi.setSystemTime(Date.now() + seconds * 1000);

const signIn = (visitor: Visitor, login: string, password: string, next = "") =>
  visitor.post("/en/sign-in", { login, password, next }, "/en/sign-in");

describe("signing in", () => {
  it("begins a session, and leads to the reader's first page", async () => {
    const visitor = visit(place.app);
    const { status, headers } = await signIn(visitor, "aigerim", PASSWORD);
    expect([status, headers.location]).toEqual([303, "/en/accounts"]);
    expect((await visitor.get("/en/accounts")).status).toBe(200);
    const events = await place.services.store.findEvents({ action: "session.start", limit: 9 });
    expect(events.map(({ by }) => by)).toEqual([{ account: "aigerim", name: "Name of aigerim" }]);
  });

  it("takes the login however it is typed", async () => {
    expect((await signIn(visit(place.app), "  AIGERIM ", PASSWORD)).status).toBe(303);
  });

  it("leads back to where the reader was going, on this site alone", async () => {
    const nextOf = async (next: string) => (await signIn(visit(place.app), "aigerim", PASSWORD, next)).headers.location;
    expect(await nextOf("/ru/accounts?role=officer")).toBe("/ru/accounts?role=officer");
    for (const elsewhere of ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"])
      expect(await nextOf(elsewhere)).toBe("/en/accounts");
  });

  it.each([
    ["aigerim", OTHER_PASSWORD],
    ["nobody", PASSWORD],
    ["aigerim", ""],
    ["", ""],
    ["__proto__", PASSWORD],
    ["a".repeat(10_000), PASSWORD],
  ])("refuses %.20s with a password that is not theirs, and says no more than that", async (login, password) => {
    const { status, text } = await signIn(visit(place.app), login, password);
    expect(status).toBe(422);
    expect(text).toContain("The login or the password is wrong.");
    expect(password === "" || !text.includes(password)).toBe(true);
  });

  it("is refused where the account is closed, or has no password yet, in the same words", async () => {
    await addAccount(place, "closed", [], { closed: true });
    await place.services.store.commit({
      action: "account.invite",
      by: { account: null, name: "" },
      records: [
        { kind: "account", id: "new", from: 0, state: { login: "new", name: "New", grants: [], closed: false } },
      ],
    });
    const answers = await Promise.all(
      ["closed", "new", "nobody"].map((login) => signIn(visit(place.app), login, PASSWORD)),
    );
    const said = answers.map(({ status, text }) => [status, /<li><a href="#login">([^<]+)/.exec(text)?.[1]]);
    expect(new Set(said.map(String)).size).toBe(1);
    expect(said[0]?.[0]).toBe(422);
  });

  it("takes as much work for a login that there is not", async () => {
    const work = { aigerim: 0, nobody: 0 };
    for (let round = 0; round < 5; round++) {
      for (const login of ["aigerim", "nobody"] as const) {
        const visitor = visit(place.app);
        const csrf = await visitor.formToken("/en/sign-in");
        const before = process.cpuUsage();
        await visitor.postAsIs("/en/sign-in", { csrf, login, password: OTHER_PASSWORD });
        work[login] += process.cpuUsage(before).user;
      }
    }
    expect(work.nobody / work.aigerim).toBeGreaterThan(0.6);
    expect(work.nobody / work.aigerim).toBeLessThan(1.7);
    expect(parseOptions(decoyHash())).toEqual(parseOptions(await hashPassword(PASSWORD)));
  });

  it("renews a hash that was made with other parameters, once", async () => {
    const passwordHash = await hash(PASSWORD, { ...PARAMETERS, memoryCost: 8192 });
    await addAccount(place, "daulet", [], { passwordHash });
    await signIn(visit(place.app), "daulet", PASSWORD);
    const renewed = await place.services.store.credential("daulet");
    expect(isOutdated(renewed?.state.passwordHash ?? passwordHash)).toBe(false);
    expect((await signIn(visit(place.app), "daulet", PASSWORD)).status).toBe(303);
    expect((await place.services.store.credential("daulet"))?.version).toBe(renewed?.version);
  });

  it("needs a form of this site", async () => {
    const { status } = await visit(place.app).postAsIs("/en/sign-in", { login: "aigerim", password: PASSWORD });
    expect(status).toBe(403);
  });

  it("is not offered to who is signed in", async () => {
    const visitor = visit(place.app);
    await signIn(visitor, "aigerim", PASSWORD);
    expect((await visitor.get("/en/sign-in")).headers.location).toBe("/en/accounts");
  });
});

describe("guesses", () => {
  const guess = (visitor = visit(place.app), login = "aigerim") => signIn(visitor, login, OTHER_PASSWORD);

  it("have to wait ever longer, and the page says how long", async () => {
    for (let at = 0; at < 6; at++) expect((await guess()).status).toBe(422);
    const refused = await guess();
    expect(refused.status).toBe(429);
    expect(refused.headers["retry-after"]).toBe("15");
    expect(refused.text).toContain("Try again in 15 seconds.");
    expect(refused.text).toContain('value="aigerim"');
    later(15);
    expect((await guess()).status).toBe(422);
    expect((await guess()).headers["retry-after"]).toBe("30");
  });

  it("keep the right password out too, until the wait is over", async () => {
    for (let at = 0; at < 7; at++) await guess();
    expect((await signIn(visit(place.app), "aigerim", PASSWORD)).status).toBe(429);
    later(15);
    expect((await signIn(visit(place.app), "aigerim", PASSWORD)).status).toBe(303);
    expect((await guess()).status).toBe(422);
  });

  it("are counted for a login that there is not as for one that there is", async () => {
    for (let at = 0; at < 6; at++) await guess(visit(place.app), "nobody");
    expect((await guess(visit(place.app), "nobody")).status).toBe(429);
  });

  it("do not slip through all at once", async () => {
    const visitors = await Promise.all(Array.from({ length: 20 }, async () => visit(place.app)));
    const answers = await Promise.all(visitors.map((visitor) => guess(visitor)));
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(6);
  });

  it("at many logins from one address have to wait", async () => {
    let refused = 0;
    for (let at = 0; at < 33; at++) refused += Number((await guess(visit(place.app), `login-${at}`)).status === 429);
    expect(refused).toBe(2);
  });
});

describe("signing out", () => {
  it("ends the session, and says so", async () => {
    const visitor = visit(place.app);
    await signIn(visitor, "aigerim", PASSWORD);
    const { headers } = await visitor.post("/en/sign-out", {}, "/en/account");
    expect(headers.location).toBe("/en/sign-in?done=signed-out");
    expect((await visitor.get(headers.location as string)).text).toContain("You have signed out.");
    expect((await visitor.get("/en/account")).headers.location).toContain("/en/sign-in?next=");
    expect(await place.services.store.sessionsOf("aigerim")).toEqual([]);
  });
});

describe("the page of sign-in", () => {
  it.each(["kk", "ru", "en"])("in %s lets a password manager fill it in", async (language) => {
    const { text, headers } = await visit(place.app).get(`/${language}/sign-in`);
    expect(text).toMatch(/name="login" type="text"[^>]*autocomplete="username"/);
    expect(text).toMatch(/name="password" type="password"[^>]*autocomplete="current-password"/);
    expect(text).not.toMatch(/onpaste|maxlength/);
    expect(headers["cache-control"]).toBe("no-store");
  });

  it("says nothing of what was not done here", async () => {
    const { text } = await visit(place.app).get("/en/sign-in?done=%3Cscript%3E");
    expect(text).not.toContain('class="notice"');
  });
});

describe("sign-in in one click", () => {
  const oneClick = (visitor: Visitor, account: string) => visitor.post("/en/sign-in/demo", { account }, "/en/sign-in");

  it("is not there but in the demo", async () => {
    const { text } = await visit(place.app).get("/en/sign-in");
    expect(text).not.toContain("/sign-in/demo");
    expect((await oneClick(visit(place.app), "aigerim")).status).toBe(404);
  });

  it("in the demo is as each role that somebody holds", async () => {
    const demo = await openPlace({ demo: true });
    await addAccount(demo, "admin", [{ role: "administrator" }]);
    await addAccount(demo, "both", [{ role: "administrator" }, { role: "auditor" }]);
    await addAccount(demo, "auditor", [{ role: "auditor" }]);
    await addAccount(demo, "an-editor", [{ role: "editor" }], { closed: true });
    const { text } = await visit(demo.app).get("/en/sign-in");
    expect([...text.matchAll(/name="account" value="([^"]+)"/g)].map(([, id]) => id)).toEqual(["auditor", "admin"]);
    const visitor = visit(demo.app);
    expect((await oneClick(visitor, "auditor")).headers.location).toBe("/en/chambers");
    expect((await visitor.get("/en/account")).text).toContain("Name of auditor");
    expect((await oneClick(visit(demo.app), "both")).status).toBe(404);
  });
});
