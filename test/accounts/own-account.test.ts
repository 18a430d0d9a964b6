import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Account, Stored } from "../../server/store/records.ts";
import { signIn, type Visitor, visit } from "../server/visitor.ts";
import { addAccount, addChamber, OTHER_PASSWORD, openPlace, PASSWORD, type Place } from "./people.ts";

vi.setConfig({ testTimeout: 30_000 });

const PAGE = "/en/account";
const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:137.0) Gecko/20100101 Firefox/137.0";

let place: Place;
let account: Stored<Account>;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2025-03-20T04:00:00Z") });
  place = await openPlace();
  await addChamber(place);
  account = await addAccount(place, "daulet", [{ role: "officer", chamber: "almaty-city" }]);
});
afterEach(() => vi.useRealTimers());

const arrive = (): Promise<Visitor> => signIn(place.app, place.services, account);
const isSignedIn = async (visitor: Visitor): Promise<boolean> => (await visitor.get(PAGE)).status === 200;
const change = (visitor: Visitor, present: string, password: string) =>
  visitor.post(`${PAGE}/password`, { present, password }, PAGE);

describe("the page of one's own account", () => {
  it("says who one is here, and lets a password manager help", async () => {
    const { text } = await (await arrive()).get(PAGE);
    expect(text).toContain("responsible officer – Chamber of Almaty");
    expect(text).toMatch(/name="present" type="password"[^>]*autocomplete="current-password"/);
    expect(text).toMatch(/name="password" type="password"[^>]*autocomplete="new-password"/);
    expect(text).toMatch(/name="login" value="daulet" autocomplete="username" hidden/);
  });

  it("is for those who are signed in", async () => {
    expect((await visit(place.app).get(PAGE)).headers.location).toBe("/en/sign-in?next=%2Fen%2Faccount");
  });
});

describe("a change of one's own password", () => {
  it("ends the other sessions and makes links void, and this session stays", async () => {
    const [here, there] = [await arrive(), await arrive()];
    expect((await change(here, PASSWORD, OTHER_PASSWORD)).headers.location).toBe(`${PAGE}?done=password-changed`);
    expect(await Promise.all([here, there].map(isSignedIn))).toEqual([true, false]);
    const again = await visit(place.app).post(
      "/en/sign-in",
      { login: "daulet", password: OTHER_PASSWORD },
      "/en/sign-in",
    );
    expect(again.status).toBe(303);
  });

  it("asks for the present one, and has guesses at it wait", async () => {
    const visitor = await arrive();
    const wrong = await change(visitor, OTHER_PASSWORD, OTHER_PASSWORD);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('<a href="#present">The present password is wrong.');
    for (let at = 0; at < 5; at++) await change(visitor, OTHER_PASSWORD, OTHER_PASSWORD);
    expect((await change(visitor, PASSWORD, OTHER_PASSWORD)).status).toBe(429);
    expect((await place.services.store.credential("daulet"))?.version).toBe(1);
  });

  it.each(["short", "almaty-city daulet", PASSWORD.slice(0, 14)])("refuses %s", async (password) => {
    const { status, text } = await change(await arrive(), PASSWORD, password);
    expect(status).toBe(422);
    expect(text).toContain('<a href="#password">');
  });
});

describe("one's own sessions", () => {
  it("are listed with the device and the time in Almaty", async () => {
    const visitor = visit(place.app);
    const csrf = await visitor.formToken("/en/sign-in");
    const fields = { csrf, login: "daulet", password: PASSWORD };
    await visitor.postAsIs("/en/sign-in", fields).set("User-Agent", FIREFOX);
    const { text } = await visitor.get(PAGE);
    expect(text).toContain("Firefox, Windows");
    expect(text).toContain("09:00");
    expect(text).toContain("This one");
    expect(text).not.toContain("End all others");
  });

  it("can each be ended", async () => {
    const [here, there] = [await arrive(), await arrive()];
    const { text } = await here.get(PAGE);
    const [, end = ""] = /action="(\/en\/account\/sessions\/[0-9a-f]{64}\/end)"/.exec(text) ?? [];
    expect((await here.post(end, {}, PAGE)).headers.location).toBe(`${PAGE}?done=session-ended`);
    expect(await Promise.all([here, there].map(isSignedIn))).toEqual([true, false]);
    expect((await here.post(end, {}, PAGE)).status).toBe(303);
  });

  it("can be ended all but this one", async () => {
    const visitors = [await arrive(), await arrive(), await arrive()];
    await visitors[1]?.post(`${PAGE}/sessions/end-others`, {}, PAGE);
    expect(await Promise.all(visitors.map(isSignedIn))).toEqual([false, true, false]);
    const events = await place.services.store.findEvents({ action: "session.end", limit: 9 });
    expect(events.map(({ records }) => records.length)).toEqual([2]);
  });

  it("of somebody else cannot be ended here", async () => {
    const other = await addAccount(place, "aigerim");
    const theirs = await signIn(place.app, place.services, other);
    const [session] = await place.services.store.sessionsOf("aigerim");
    const { status } = await (await arrive()).post(`${PAGE}/sessions/${session?.id}/end`, {}, PAGE);
    expect(status).toBe(303);
    expect(await isSignedIn(theirs)).toBe(true);
  });

  it("that are over are not listed", async () => {
    await arrive();
    vi.setSystemTime(Date.now() + 31 * 60_000);
    const { text } = await (await arrive()).get(PAGE);
    expect(text).not.toContain("End this session");
  });
});
