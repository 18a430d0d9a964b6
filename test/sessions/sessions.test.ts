import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import request from "supertest";
import { beforeEach, describe, expect, it } from "vitest";
import type { Services } from "../../server/services.ts";
import { revokeSession } from "../../server/sessions/end-session.ts";
import { idOfToken } from "../../server/sessions/secret-token.ts";
import { createTestServices } from "../server/site.ts";
import { openTemporaryStore } from "../server/temporary-store.ts";
import { addAccounts, createSessionSite, tokenIn } from "./session-site.ts";

const MINUTE = 60_000;
const SYSTEM = { account: null, name: "Qagida" };

let instant: number;
let services: Services;

beforeEach(async () => {
  instant = Date.parse("2025-03-20T04:00:00.000Z");
  services = await createTestServices({ now: () => new Date(instant) });
  await addAccounts(services.store);
});

const signInAs = async (account: string, cookie = ""): Promise<string> => {
  const { headers } = await request(createSessionSite(services)).get(`/in/${account}`).set("Cookie", cookie);
  return tokenIn(headers);
};

const whoHolds = async (token: string): Promise<string> =>
  (await request(createSessionSite(services)).get("/who").set("Cookie", `session=${token}`)).text;

describe("the cookie of a session", () => {
  it("is out of the reach of scripts and of forms of other sites, and goes with the browser", async () => {
    const { headers } = await request(createSessionSite(services)).get("/in/aigerim");
    expect(headers["set-cookie"]?.[0]).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it("behind TLS is for TLS alone, and can be set by this host alone", async () => {
    const site = createSessionSite({ ...services, trustProxy: 1 });
    const { headers } = await request(site).get("/in/aigerim").set("X-Forwarded-Proto", "https");
    expect(headers["set-cookie"]?.[0]).toMatch(/^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const cookie = `session=${tokenIn(headers)}`;
    expect((await request(site).get("/who").set("X-Forwarded-Proto", "https").set("Cookie", cookie)).text).toBe(
      "nobody",
    );
  });

  it("is not believed about TLS by a proxy that was not named", async () => {
    const { headers } = await request(createSessionSite(services)).get("/in/aigerim").set("X-Forwarded-Proto", "https");
    expect(headers["set-cookie"]?.[0]).not.toContain("Secure");
  });

  it.each(["", "x", "A".repeat(43), `${"A".repeat(42)}%`, "constructor"])("holding %j is nobody's", async (token) => {
    expect(await whoHolds(token)).toBe("nobody");
  });
});

describe("a session", () => {
  it("is told by its token", async () => {
    const [first, second] = [await signInAs("aigerim"), await signInAs("daulet")];
    expect(await whoHolds(first)).toBe("aigerim");
    expect(await whoHolds(second)).toBe("daulet");
    expect(first).not.toBe(second);
  });

  it("is rotated at sign-in: what the browser held before is void", async () => {
    const before = await signInAs("aigerim");
    const after = await signInAs("daulet", `session=${before}`);
    expect(after).not.toBe(before);
    expect(await whoHolds(before)).toBe("nobody");
    expect(await whoHolds(after)).toBe("daulet");
  });

  it("never takes a token that somebody else chose", async () => {
    const planted = "P".repeat(43);
    const given = await signInAs("aigerim", `session=${planted}`);
    expect(given).not.toBe(planted);
    expect(await whoHolds(planted)).toBe("nobody");
  });

  it("ends half an hour after it was last used", async () => {
    const token = await signInAs("aigerim");
    instant += 29 * MINUTE;
    expect(await whoHolds(token)).toBe("aigerim");
    instant += 29 * MINUTE;
    expect(await whoHolds(token)).toBe("aigerim");
    instant += 30 * MINUTE;
    expect(await whoHolds(token)).toBe("nobody");
  });

  it("ends after twelve hours, however much it is used", async () => {
    const token = await signInAs("aigerim");
    for (let minutes = 0; minutes + 20 < 12 * 60; minutes += 20) {
      instant += 20 * MINUTE;
      expect(await whoHolds(token)).toBe("aigerim");
    }
    instant += 20 * MINUTE;
    expect(await whoHolds(token)).toBe("nobody");
  });

  it("tells the store that it is used every five minutes at most", async () => {
    const token = await signInAs("aigerim");
    const { size } = await services.store.head();
    for (let minutes = 0; minutes < 4; minutes++) {
      instant += MINUTE;
      await whoHolds(token);
    }
    expect((await services.store.head()).size).toBe(size);
    instant += MINUTE;
    await Promise.all(Array.from({ length: 8 }, () => whoHolds(token)));
    expect((await services.store.head()).size).toBe(size + 1);
    expect((await services.store.session(idOfToken(token)))?.state.seenAt).toBe(new Date(instant).toISOString());
  });

  it("that was revoked is refused at once", async () => {
    const token = await signInAs("aigerim");
    await revokeSession(services, idOfToken(token), SYSTEM);
    expect(await whoHolds(token)).toBe("nobody");
    await revokeSession(services, idOfToken(token), SYSTEM);
  });

  it("is revoked although it is used in the same moment", async () => {
    const token = await signInAs("aigerim");
    instant += 6 * MINUTE;
    await Promise.all([whoHolds(token), revokeSession(services, idOfToken(token), SYSTEM), whoHolds(token)]);
    expect(await whoHolds(token)).toBe("nobody");
  });

  it("of an account that was closed is refused at once", async () => {
    const token = await signInAs("aigerim");
    const account = await services.store.account("aigerim");
    if (!account) throw new Error("the account is gone");
    const closed = {
      kind: "account",
      id: account.id,
      from: account.version,
      state: { ...account.state, closed: true },
    };
    await services.store.commit({ action: "account.close", by: SYSTEM, records: [closed as never] });
    expect(await whoHolds(token)).toBe("nobody");
  });

  it("ends at sign-out, and its cookie goes", async () => {
    const token = await signInAs("aigerim");
    const { headers } = await request(createSessionSite(services)).get("/out").set("Cookie", `session=${token}`);
    expect(headers["set-cookie"]?.[0]).toMatch(/^session=; Path=\/; Expires=Thu, 01 Jan 1970/);
    expect(await whoHolds(token)).toBe("nobody");
  });

  it("that is over is cleared away at the account's next sign-in", async () => {
    await signInAs("aigerim");
    instant += 31 * MINUTE;
    const token = await signInAs("aigerim");
    const kept = await services.store.sessionsOf("aigerim");
    expect(kept.map(({ id }) => id)).toEqual([idOfToken(token)]);
  });

  it("begins for each of several sign-ins at once", async () => {
    await signInAs("aigerim");
    instant += 31 * MINUTE;
    const tokens = await Promise.all(Array.from({ length: 6 }, () => signInAs("aigerim")));
    for (const token of tokens) expect(await whoHolds(token)).toBe("aigerim");
    expect(await services.store.sessionsOf("aigerim")).toHaveLength(6);
  });

  it("names the browser and the system", async () => {
    const agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0";
    await request(createSessionSite(services)).get("/in/aigerim").set("User-Agent", agent);
    expect((await services.store.sessionsOf("aigerim"))[0]?.state.device).toBe("Firefox, Windows");
  });
});

describe("the store", () => {
  it("never holds the token of a session: who reads its files cannot sign in", async () => {
    const opened = await openTemporaryStore();
    const { store, folder } = opened;
    services = await createTestServices({ store });
    await addAccounts(store);
    const token = await signInAs("aigerim");
    await store.close();
    const names = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const contents = await Promise.all(files.map((file) => readFile(file, "latin1")));
    expect(contents.join()).toContain(idOfToken(token));
    expect(contents.join()).not.toContain(token);
  });
});
