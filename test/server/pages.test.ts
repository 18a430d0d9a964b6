import request from "supertest";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../server/language/languages.ts";
import { PAGES } from "../browser/pages.ts";
import { createSite, plain } from "./site.ts";

const site = await createSite();
const get = (path: string) => request(site).get(path);

describe.each(LANGUAGES)("the pages in %s", (language) => {
  it.each(Object.entries(PAGES))("%s is a whole page in its language", async (name, path) => {
    const { status, text } = await get(`/${language}${path}`);
    expect(status).toBe(name === "not-found" || name === "rules-none" ? 404 : 200);
    expect(text).toContain(`<html lang="${language}"`);
    expect(text.match(/<h1[ >]/g)).toHaveLength(1);
    expect(text).toMatch(/<title>[^<]+ – (Қағида|Qagida)<\/title>|<title>(Қағида|Qagida)<\/title>/);
    expect(text).not.toMatch(/undefined|\[object|NaN/);
  });

  it("names every id of a page once", async () => {
    for (const path of Object.values(PAGES)) {
      const { text } = await get(`/${language}${path}`);
      const ids = [...text.replaceAll(/<template>.*?<\/template>/gs, "").matchAll(/\sid="([^"]+)"/g)].map(
        ([, id]) => id,
      );
      expect(ids).toEqual([...new Set(ids)]);
    }
  });
});

describe("the language", () => {
  it("is Kazakh where nothing says otherwise", async () => {
    expect((await get("/")).headers.location).toBe("/kk/");
  });

  it("is the one that the browser asks for", async () => {
    const { headers } = await get("/").set("Accept-Language", "de, ru;q=0.8, en;q=0.5");
    expect(headers.location).toBe("/ru/");
    expect(headers.vary).toContain("Accept-Language");
  });

  it("is the one that was visited last, whatever the browser asks for", async () => {
    const { headers } = await get("/en/check");
    expect(headers["set-cookie"]?.[0]).toMatch(/^language=en;.*HttpOnly; SameSite=Lax$/);
    const next = await get("/").set("Cookie", "other=1; language=en").set("Accept-Language", "ru");
    expect(next.headers.location).toBe("/en/");
  });

  it("is remembered in a cookie for TLS alone where the reader came over TLS", async () => {
    const behindProxy = await createSite({ trustProxy: 1 });
    const { headers } = await request(behindProxy).get("/en/").set("X-Forwarded-Proto", "https");
    expect(headers["set-cookie"]?.[0]).toContain("; Secure");
  });

  it("changes on the same page, and the query stays", async () => {
    const { text } = await get("/en/rules/2025?from=letter");
    expect(text).toContain('href="/kk/rules/2025?from&#x3D;letter"');
    expect(text).toContain('href="/ru/rules/2025?from&#x3D;letter"');
  });

  it("changes in the form without losing what was typed: the form is sent along", async () => {
    const { text } = await get("/en/check");
    expect(text).toMatch(/<button[^>]*form="report" formaction="\/ru\/check" name="do" value="show"/);
  });

  it("leads nowhere else than to this site", async () => {
    expect((await get("//evil.example/")).status).toBe(404);
    expect((await get("/").set("Cookie", "language=//evil.example")).headers.location).toBe("/kk/");
  });
});

describe("an address that cannot be read", () => {
  it("is answered with a page", async () => {
    const { status, text } = await get("/en/rules/%E0%A4%A");
    expect(status).toBe(400);
    expect(text).toContain("<h1>The request cannot be read</h1>");
  });
});

describe("the rules in force", () => {
  it("are those of this year where no year is named", async () => {
    expect((await get("/ru/rules")).headers.location).toBe("/ru/rules/2025");
  });

  it("say the norm, the days and the hash", async () => {
    const { text } = await get("/en/rules/2025");
    for (const expected of ["10 points", "15 February", "1 March", "2022 · rev. 1"]) {
      expect(plain(text)).toContain(expected);
    }
    const [set] = (await get("/api/v1/rule-sets")).body;
    expect(text).toContain(set.sha256);
  });

  it("before the first rule set are none, and the page says since when there are", async () => {
    const { status, text } = await get("/en/rules/2021");
    expect(status).toBe(404);
    expect(plain(text)).toContain("1 January 2022");
  });

  it("of next year say that they may still change; those of later years are not told", async () => {
    expect((await get("/en/rules/2026")).text).toContain("Amendments adopted before the end of 2025");
    expect((await get("/en/rules/2027")).status).toBe(404);
  });

  it("have every clause that a chip leads to", async () => {
    const { text } = await get("/kk/rules/2025");
    const links = new Set([...text.matchAll(/href="(\/kk\/rules\/2025\/clauses\/[^"]+)"/g)].map(([, href]) => href));
    expect(links.size).toBeGreaterThan(50);
    for (const link of links) expect((await get(String(link))).status, link).toBe(200);
  });

  it("show the Kazakh original beside a translation, and no translation beside the original", async () => {
    const english = (await get("/en/rules/2025/clauses/7.2")).text;
    expect(english).toContain("at least 10 points a year");
    expect(english).toContain("жылына кемінде 10 балл");
    expect((await get("/kk/rules/2025/clauses/7.2")).text).not.toContain("at least 10 points");
  });

  it.each(["/en/rules/20x5", "/en/rules/2025/clauses/99.9", "/en/rules/2021/clauses/7.2", "/xx/rules"])(
    "%s is not found",
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});
