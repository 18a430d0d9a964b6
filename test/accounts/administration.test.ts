import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Account, Stored } from "../../server/store/records.ts";
import { signIn, type Visitor, visit } from "../server/visitor.ts";
import { addAccount, addChamber, OTHER_PASSWORD, openPlace, PASSWORD, type Place } from "./people.ts";

vi.setConfig({ testTimeout: 30_000 });

const LIST = "/en/accounts";
const pageOf = (id: string): string => `${LIST}/${id}`;

let place: Place;
let administrator: Visitor;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2025-03-20T04:00:00Z") });
  place = await openPlace();
  await addChamber(place);
  const account = await addAccount(place, "admin", [{ role: "administrator" }]);
  administrator = await signIn(place.app, place.services, account);
});
afterEach(() => vi.useRealTimers());

const kept = async (id: string): Promise<Stored<Account> | null> => place.services.store.account(id);

/** What a form of the page of an account says beside what is typed. */
async function asSeen(id: string, visitor = administrator): Promise<Record<string, string>> {
  const { text } = await visitor.get(pageOf(id));
  const hidden = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? "";
  return { csrf: hidden("csrf"), version: hidden("version"), submission: hidden("submission") };
}

async function perform(id: string, deed: string, fields: Record<string, string> = {}, visitor = administrator) {
  return visitor.postAsIs(`${pageOf(id)}/${deed}`, { ...(await asSeen(id, visitor)), ...fields });
}

const OFFICER = { role: "officer", chamber: "almaty-city", consultant: "" };

describe("an invitation", () => {
  const NEW = { name: "Дәулет", login: "Daulet", ...OFFICER };
  async function form(): Promise<Record<string, string>> {
    const { text } = await administrator.get(`${LIST}/new`);
    const [, submission = ""] = /name="submission" value="([^"]+)"/.exec(text) ?? [];
    return { ...NEW, submission, csrf: await administrator.formToken(`${LIST}/new`) };
  }
  const send = (fields: Record<string, string>) => administrator.postAsIs(`${LIST}/new`, fields);

  it("makes an account and shows its link, this once", async () => {
    const { text, headers } = await send(await form());
    const [, link = ""] = /value="http:\/\/[^/]+(\/en\/link\/[\w-]{43})"/.exec(text) ?? [];
    expect(headers["cache-control"]).toBe("no-store");
    expect((await visit(place.app).post(link, { password: OTHER_PASSWORD }, link)).status).toBe(303);
    const account = await place.services.store.accountNamed("daulet");
    expect(account?.state).toEqual({
      login: "daulet",
      name: "Дәулет",
      grants: [{ role: "officer", chamber: "almaty-city" }],
      closed: false,
    });
    expect((await administrator.get(pageOf(account?.id ?? ""))).text).not.toContain(link);
  });

  it("sent twice makes one account, and shows no second link", async () => {
    const fields = await form();
    const [first, second] = [await send(fields), await send(fields)];
    expect(first.text).toContain("/en/link/");
    expect(second.status).toBe(200);
    expect(second.text).not.toContain("/en/link/");
    expect(second.text).toContain("its link was shown once");
    expect(await place.services.store.accounts()).toHaveLength(2);
  });

  it("with one login, sent from many places at a time, makes one account", async () => {
    const forms = await Promise.all(Array.from({ length: 8 }, form));
    const answers = await Promise.all(forms.map(send));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(422)]);
    expect(answers.at(-1)?.text).toContain("There is an account with this login.");
    expect(await place.services.store.accounts()).toHaveLength(2);
  });

  it.each([
    [{ name: " " }, "name"],
    [{ login: "d l" }, "login"],
    [{ login: "ADMIN" }, "login"],
    [{ role: "emperor" }, "role"],
    [{ chamber: "" }, "chamber"],
    [{ chamber: "nowhere" }, "chamber"],
    [{ role: "consultant", consultant: "c-99999" }, "consultant"],
  ])("with %o is refused at its field", async (wrong, field) => {
    const { status, text } = await send({ ...(await form()), ...wrong });
    expect(status).toBe(422);
    expect(text).toContain(`<a href="#${field}">`);
    expect(await place.services.store.accounts()).toHaveLength(1);
  });
});

describe("the list of accounts", () => {
  beforeEach(async () => {
    await addAccount(place, "daulet", [{ role: "officer", chamber: "almaty-city" }]);
    await addAccount(place, "asan", [{ role: "consultant", consultant: "c-00042" }], { closed: true, name: "Асан Ә." });
  });

  it.each([
    ["", ["admin", "asan", "daulet"]],
    ["?search=DAUL", ["daulet"]],
    ["?search=%D0%B0%D1%81%D0%B0%D0%BD", ["asan"]],
    ["?role=officer", ["daulet"]],
    ["?state=closed", ["asan"]],
    ["?state=open&role=consultant", []],
    ["?role=%3Cscript%3E&page=-1", ["admin", "asan", "daulet"]],
  ])("at %s shows %o", async (query, logins) => {
    const { text } = await administrator.get(`${LIST}${query}`);
    const shown = [...text.matchAll(/href="\/en\/accounts\/(admin|asan|daulet)"/g)].map(([, id]) => id);
    expect(shown.sort()).toEqual(logins);
    expect(text).not.toContain("<script>");
  });

  it("has pages", async () => {
    for (let at = 0; at < 60; at++) await addAccount(place, `person-${at}`);
    const first = await administrator.get(`${LIST}?search=person`);
    expect(first.text.match(/accounts\/person-/g)).toHaveLength(50);
    expect(first.text).toContain('href="/en/accounts?search&#x3D;person&amp;page&#x3D;2" rel="next"');
    const last = await administrator.get(`${LIST}?search=person&page=2`);
    expect(last.text.match(/accounts\/person-/g)).toHaveLength(10);
    expect(last.text).toContain('rel="prev"');
  });
});

describe("an account", () => {
  beforeEach(() => addAccount(place, "daulet", [{ role: "auditor" }]));

  it("gets roles and loses them", async () => {
    expect((await perform("daulet", "grant", OFFICER)).headers.location).toBe(`${pageOf("daulet")}?done=grant`);
    expect((await kept("daulet"))?.state.grants).toEqual([
      { role: "auditor" },
      { role: "officer", chamber: "almaty-city" },
    ]);
    await perform("daulet", "revoke", { role: "auditor" });
    expect((await kept("daulet"))?.state.grants).toEqual([{ role: "officer", chamber: "almaty-city" }]);
    expect((await perform("daulet", "grant", OFFICER)).status).toBe(422);
    expect((await perform("daulet", "revoke", { role: "auditor" })).status).toBe(422);
  });

  it("gets another name", async () => {
    await perform("daulet", "rename", { name: " Дәулет Ә. " });
    expect((await kept("daulet"))?.state.name).toBe("Дәулет Ә.");
    expect((await perform("daulet", "rename", { name: "" })).status).toBe(422);
  });

  it("that is closed ends its sessions at once and lets nobody in, until it is open again", async () => {
    const theirs = await signIn(place.app, place.services, (await kept("daulet")) as Stored<Account>);
    expect((await theirs.get("/en/account")).status).toBe(200);
    await perform("daulet", "close");
    expect((await theirs.get("/en/account")).status).toBe(303);
    const enter = () => visit(place.app).post("/en/sign-in", { login: "daulet", password: PASSWORD }, "/en/sign-in");
    expect((await enter()).status).toBe(422);
    expect((await perform("daulet", "reset")).status).toBe(400);
    await perform("daulet", "reopen");
    expect((await theirs.get("/en/account")).status).toBe(303);
    expect((await enter()).status).toBe(303);
  });

  it("is closed even while its session is in use", async () => {
    const theirs = await signIn(place.app, place.services, (await kept("daulet")) as Stored<Account>);
    vi.setSystemTime(Date.now() + 6 * 60_000);
    const visits = Array.from({ length: 6 }, () => theirs.get("/en/account"));
    const [{ status }] = await Promise.all([perform("daulet", "close"), ...visits]);
    expect(status).toBe(303);
    expect(await place.services.store.sessionsOf("daulet")).toEqual([]);
  });

  it("gets a link for a new password, shown this once", async () => {
    const { text } = await perform("daulet", "reset");
    const [, link = ""] = /value="http:\/\/[^/]+(\/en\/link\/[\w-]{43})"/.exec(text) ?? [];
    expect((await visit(place.app).post(link, { password: OTHER_PASSWORD }, link)).status).toBe(303);
    expect((await administrator.get(pageOf("daulet"))).text).not.toContain(link);
  });

  it("that is removed is gone with all that is its own, while the log keeps what it did under its name", async () => {
    const { store } = place.services;
    await signIn(place.app, place.services, (await kept("daulet")) as Stored<Account>);
    await perform("daulet", "reset");
    const { headers } = await perform("daulet", "remove");
    expect((await administrator.get(headers.location as string)).text).toContain("The account is removed.");
    expect([await kept("daulet"), await store.credential("daulet")]).toEqual([null, null]);
    expect([await store.sessionsOf("daulet"), await store.links()]).toEqual([[], []]);
    const [removal] = await store.findEvents({ action: "account.remove", limit: 1 });
    expect(removal?.records.map(({ kind, after }) => [kind, after]).sort()).toEqual([
      ["account", null],
      ["credential", null],
      ["link", null],
      ["session", null],
    ]);
    const [theirs] = await store.findEvents({ by: "daulet", limit: 1 });
    expect(theirs?.by).toEqual({ account: "daulet", name: "Name of daulet" });
    expect((await administrator.get(pageOf("daulet"))).status).toBe(404);
  });

  it("that there is not is not found", async () => {
    expect((await administrator.get(pageOf("nobody"))).status).toBe(404);
    const csrf = await administrator.formToken(LIST);
    expect((await administrator.postAsIs(`${pageOf("nobody")}/close`, { csrf })).status).toBe(404);
  });
});

describe("two administrators at a time", () => {
  beforeEach(() => addAccount(place, "daulet"));

  it("see both sides, and nothing is overwritten", async () => {
    const seen = await asSeen("daulet");
    await perform("daulet", "rename", { name: "By the other" });
    const late = await administrator.postAsIs(`${pageOf("daulet")}/grant`, { ...seen, ...OFFICER });
    expect(late.status).toBe(409);
    expect(late.text).toContain("By the other");
    expect(late.text).toContain("Give the role: Chamber’s responsible officer – Chamber of Almaty");
    expect((await kept("daulet"))?.state).toMatchObject({ name: "By the other", grants: [] });
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(late.text)?.[1] ?? "";
    const again = Object.fromEntries(
      ["csrf", "version", "submission", "role", "chamber", "consultant"].map((name) => [name, hidden(name)]),
    );
    expect((await administrator.postAsIs(`${pageOf("daulet")}/grant`, again)).status).toBe(303);
    expect((await kept("daulet"))?.state.grants).toEqual([{ role: "officer", chamber: "almaty-city" }]);
  });

  it("change it once, of many that send at a time", async () => {
    const seen = await asSeen("daulet");
    const names = Array.from({ length: 32 }, (_, at) => `Name ${at}`);
    const answers = await Promise.all(
      names.map((name) => administrator.postAsIs(`${pageOf("daulet")}/rename`, { ...seen, name })),
    );
    const done = names.filter((_, at) => answers[at]?.status === 303);
    expect(done).toEqual([(await kept("daulet"))?.state.name]);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(31);
  });

  it("who send the same form again change nothing more", async () => {
    const fields = { ...(await asSeen("daulet")), ...OFFICER };
    const answers = [];
    for (let at = 0; at < 3; at++) answers.push(await administrator.postAsIs(`${pageOf("daulet")}/grant`, fields));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect((await kept("daulet"))?.version).toBe(2);
  });

  it("who go back and change the form send another one", async () => {
    const seen = await asSeen("daulet");
    await administrator.postAsIs(`${pageOf("daulet")}/grant`, { ...seen, role: "auditor" });
    const { status } = await administrator.postAsIs(`${pageOf("daulet")}/grant`, { ...seen, role: "editor" });
    expect(status).toBe(409);
  });

  it.each(["", "0", "-1", "x", "999"])("made from version %j is a conflict", async (version) => {
    const fields = { ...(await asSeen("daulet")), version };
    expect((await administrator.postAsIs(`${pageOf("daulet")}/close`, fields)).status).toBe(409);
    expect((await kept("daulet"))?.version).toBe(1);
  });
});

describe("the last administrator", () => {
  it.each([
    ["close", {}],
    ["remove", {}],
    ["revoke", { role: "administrator" }],
  ])("cannot be lost by %s", async (deed, fields) => {
    const { status, text } = await perform("admin", deed, fields);
    expect(status).toBe(422);
    expect(text).toContain("This is the last administrator with a password.");
    expect((await kept("admin"))?.version).toBe(1);
  });

  it("is the last although another one was invited, who has no password yet", async () => {
    const { services } = place;
    await services.store.commit({
      action: "account.invite",
      by: { account: null, name: "" },
      records: [
        {
          kind: "account",
          id: "invited",
          from: 0,
          state: { login: "invited", name: "Invited", grants: [{ role: "administrator" }], closed: false },
        },
      ],
    });
    expect((await perform("admin", "close")).status).toBe(422);
  });

  it("remains where two close each other at a time", async () => {
    for (let round = 0; round < 5; round++) {
      const id = `other-${round}`;
      const other = await addAccount(place, id, [{ role: "administrator" }]);
      const theirs = await signIn(place.app, place.services, other);
      const [mine, yours] = [await asSeen(id), await asSeen("admin", theirs)];
      await Promise.all([
        administrator.postAsIs(`${pageOf(id)}/close`, mine),
        theirs.postAsIs(`${pageOf("admin")}/close`, yours),
      ]);
      const open = (await place.services.store.accounts()).filter(({ state }) => !state.closed);
      expect(open).toHaveLength(1);
      if (open[0]?.id !== "admin") return;
    }
  });

  it("may go once there is another", async () => {
    await addAccount(place, "other", [{ role: "administrator" }]);
    expect((await perform("admin", "revoke", { role: "administrator" })).status).toBe(303);
    expect((await kept("admin"))?.state.grants).toEqual([]);
  });
});
