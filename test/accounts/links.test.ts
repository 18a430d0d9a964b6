import { Writable } from "node:stream";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { announceSetUp } from "../../server/accounts/announce-set-up.ts";
import { invite } from "../../server/accounts/verbs/invite.ts";
import { resetPassword } from "../../server/accounts/verbs/reset-password.ts";
import { useLink } from "../../server/accounts/verbs/use-link.ts";
import { signIn as signInAs, visit } from "../server/visitor.ts";
import { addAccount, OTHER_PASSWORD, openPlace, PASSWORD, type Place } from "./people.ts";

vi.setConfig({ testTimeout: 30_000 });

const HOUR = 3600;
const BY = { account: null, name: "Qagida" };
const NOBODYS = { role: "auditor", chamber: "", consultant: "" };

let place: Place;
let lines: string[];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2025-03-20T04:00:00Z") });
  lines = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  place = await openPlace({ logger: pino(sink) });
});
afterEach(() => vi.useRealTimers());

const later = (seconds: number): void => void vi.setSystemTime(Date.now() + seconds * 1000);
const act = () => ({ store: place.services.store, now: () => new Date(), by: BY });

async function inviteDaulet(): Promise<{ account: string; token: string }> {
  const { account, link } = await invite(act(), { login: "daulet", name: "Дәулет", ...NOBODYS });
  return { account, token: link?.token ?? "" };
}

const use = (token: string, fields: Record<string, string>, visitor = visit(place.app)) =>
  visitor.post(`/en/link/${token}`, fields, `/en/link/${token}`);

const canSignIn = async (login: string, password: string): Promise<boolean> =>
  (await visit(place.app).post("/en/sign-in", { login, password }, "/en/sign-in")).status === 303;

describe("the first start", () => {
  const start = async (): Promise<string> => {
    let printed = "";
    await announceSetUp({
      store: place.services.store,
      now: () => new Date(),
      language: "kk",
      url: "http://127.0.0.1:3000/",
      print: (text) => {
        printed += text;
      },
    });
    return /http:\/\/127\.0\.0\.1:3000\/kk\/link\/([\w-]{43})\n/.exec(printed)?.[1] ?? "";
  };
  const first = { name: "Айгерім", login: "Aigerim", password: PASSWORD };

  it("prints a link that makes the first administrator, once", async () => {
    const token = await start();
    const { text } = await visit(place.app).get(`/en/link/${token}`);
    expect(text).toMatch(/name="password" type="password"[^>]*autocomplete="new-password"/);
    const { headers } = await use(token, first);
    expect(headers.location).toBe("/en/sign-in?done=account-made");
    const [account] = await place.services.store.accounts();
    expect(account?.state).toEqual({
      login: "aigerim",
      name: "Айгерім",
      grants: [{ role: "administrator" }],
      closed: false,
    });
    expect(await canSignIn("aigerim", PASSWORD)).toBe(true);
    expect((await visit(place.app).get(`/en/link/${token}`)).status).toBe(410);
    expect(await start()).toBe("");
  });

  it("that nobody followed up prints a new one, and the old one is void", async () => {
    const [old, present] = [await start(), await start()];
    expect(old).not.toBe(present);
    expect((await visit(place.app).get(`/en/link/${old}`)).status).toBe(410);
    expect((await visit(place.app).get(`/en/link/${present}`)).status).toBe(200);
  });

  it("makes one administrator, however many use the link at a time", async () => {
    const token = await start();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, at) => use(token, { ...first, login: `aigerim-${at}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410, 410, 410, 410]);
    expect(await place.services.store.accounts()).toHaveLength(1);
  });

  it("says every error at its field, and keeps what was typed but for the password", async () => {
    const token = await start();
    const { status, text } = await use(token, { name: "", login: "a b", password: "qagida" });
    expect(status).toBe(422);
    for (const field of ["login", "name", "password"]) {
      expect(text).toContain(`<a href="#${field}">`);
      expect(text).toMatch(new RegExp(`id="${field}"[^>]*aria-invalid="true"`));
    }
    expect(text).toContain('value="a b"');
    expect(text).not.toContain('value="qagida"');
    expect((await visit(place.app).get(`/en/link/${token}`)).status).toBe(200);
  });
});

describe("an invitation", () => {
  it("sets the password of its account; opening it changes nothing", async () => {
    const { token } = await inviteDaulet();
    for (let at = 0; at < 3; at++) expect((await visit(place.app).get(`/en/link/${token}`)).status).toBe(200);
    expect((await use(token, { password: PASSWORD })).headers.location).toBe("/en/sign-in?done=password-set");
    expect(await canSignIn("daulet", PASSWORD)).toBe(true);
    expect((await use(token, { password: OTHER_PASSWORD })).status).not.toBe(303);
    expect(await canSignIn("daulet", PASSWORD)).toBe(true);
  });

  it("works once, however many use it at a time", async () => {
    const { token } = await inviteDaulet();
    const passwords = Array.from({ length: 8 }, (_, at) => `${PASSWORD} ${"абвгдежз"[at]}`);
    const answers = await Promise.all(passwords.map((password) => use(token, { password })));
    const winners = passwords.filter((_, at) => answers[at]?.status === 303);
    expect(winners).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(7);
    expect(await canSignIn("daulet", winners[0] ?? "")).toBe(true);
    expect(await place.services.store.links()).toEqual([]);
  });

  it("works for a week", async () => {
    const { token } = await inviteDaulet();
    later(7 * 24 * HOUR - 1);
    expect((await visit(place.app).get(`/en/link/${token}`)).status).toBe(200);
    later(1);
    expect((await visit(place.app).get(`/en/link/${token}`)).status).toBe(410);
    await expect(useLink(place.services.store, () => new Date(), token, PASSWORD)).rejects.toThrow();
  });

  it.each([
    ["too-short", "characters"],
    ["1q2w3e4r5t6y7u8i", "list of leaked ones|easy to guess"],
    ["Daulet daulet 2025", "your name, login"],
  ])("refuses the password %s and says why", async (password, why) => {
    const { token } = await inviteDaulet();
    const { status, text } = await use(token, { password });
    expect(status).toBe(422);
    expect(text).toMatch(new RegExp(why));
    expect(text).not.toContain(password);
  });

  it("is void where its account is closed", async () => {
    const { account, token } = await inviteDaulet();
    const { store } = place.services;
    const kept = await store.account(account);
    const state = { login: "daulet", name: "Дәулет", grants: [], closed: true };
    await store.commit({
      action: "account.close",
      by: BY,
      records: [{ kind: "account", id: account, from: kept?.version ?? 0, state }],
    });
    expect((await visit(place.app).get(`/en/link/${token}`)).status).toBe(410);
  });
});

describe("a reset", () => {
  it("leaves the password as it is until it is used, and then ends every session", async () => {
    const account = await addAccount(place, "daulet");
    const visitor = await signInAs(place.app, place.services, account);
    const { token } = await resetPassword(act(), account);
    expect(await canSignIn("daulet", PASSWORD)).toBe(true);
    expect((await visitor.get("/en/account")).status).toBe(200);
    expect((await use(token, { password: OTHER_PASSWORD })).status).toBe(303);
    expect((await visitor.get("/en/account")).status).toBe(303);
    expect(await canSignIn("daulet", PASSWORD)).toBe(false);
    expect(await canSignIn("daulet", OTHER_PASSWORD)).toBe(true);
  });

  it("makes every earlier link void", async () => {
    const account = await addAccount(place, "daulet");
    const [old, present] = [await resetPassword(act(), account), await resetPassword(act(), account)];
    expect((await visit(place.app).get(`/en/link/${old.token}`)).status).toBe(410);
    expect((await visit(place.app).get(`/en/link/${present.token}`)).status).toBe(200);
  });

  it("works for a day", async () => {
    const { token } = await resetPassword(act(), await addAccount(place, "daulet"));
    later(24 * HOUR);
    expect((await visit(place.app).get(`/en/link/${token}`)).status).toBe(410);
  });
});

describe("tokens", () => {
  it("that are guessed have to wait", async () => {
    const guess = (at: number) => visit(place.app).get(`/en/link/${String(at).padStart(43, "A")}`);
    for (let at = 0; at < 31; at++) expect((await guess(at)).status).toBe(410);
    const refused = await guess(31);
    expect([refused.status, refused.headers["retry-after"]]).toEqual([429, "5"]);
    expect(refused.text).toContain("Try again in 5 seconds.");
    later(5);
    expect((await guess(32)).status).toBe(410);
  });

  it.each(["x", "..%2F..%2Faccounts", "A".repeat(44), "%00"])("such as %s are none", async (token) => {
    expect((await visit(place.app).get(`/en/link/${token}`)).status).toBe(410);
  });

  it("and passwords are neither in the log of requests nor in the log of changes, nor in later pages", async () => {
    const { token } = await inviteDaulet();
    await use(token, { password: PASSWORD });
    await use(token, { password: OTHER_PASSWORD });
    await canSignIn("daulet", OTHER_PASSWORD);
    await canSignIn("daulet", PASSWORD);
    const written: string[] = [];
    for await (const { line } of place.services.store.events()) written.push(line);
    const all = [...lines, ...written].join("\n");
    expect(lines.length).toBeGreaterThan(5);
    expect(all).toContain("/en/link/…");
    for (const secret of [token, PASSWORD, OTHER_PASSWORD]) expect(all).not.toContain(secret);
  });
});
