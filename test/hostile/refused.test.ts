import { Writable } from "node:stream";
import { pino } from "pino";
import type { Response } from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../engine/index.ts";
import { LANGUAGES } from "../../server/language/languages.ts";
import { withEachForm } from "./each-form.ts";
import { type HostileSite, openHostileSite, wrongWith } from "./hostile-site.ts";
import { ADDRESSES, HOSTILE, UNKEEPABLE } from "./payload.ts";
import { filledForm, sendForm, typedNames } from "./type-into-forms.ts";

let hostile: HostileSite | null = null;
let logged = "";
const logger = pino(
  new Writable({
    write(chunk, _encoding, done) {
      logged += chunk;
      done();
    },
  }),
);

beforeAll(async () => {
  hostile = await openHostileSite({ logger });
}, 120_000);
afterAll(() => hostile?.close());

/** Two of the letter Қ are four bytes; written for an address, a field of them is of 2 MB. */
const MEGABYTE = encodeURIComponent("Қ".repeat(350_000));

/** What is wrong with the way in which something was refused: it has to be a page in the reader's language. */
async function wrongRefusal(site: HostileSite, language: string, place: string, answer: Response): Promise<string[]> {
  const wrong = await wrongWith(site, place, answer);
  if (answer.status < 400) return wrong;
  const page = await site.parse(answer.text);
  return page.language === language ? wrong : [...wrong, `${place} is refused in ${page.language}`];
}

/** Each of them in one of the languages. */
const CASES = Object.entries(UNKEEPABLE).map(
  ([name, written], at) => [name, LANGUAGES[at % LANGUAGES.length] as Language, written] as const,
);

describe("what cannot be kept", () => {
  it.each(CASES)(
    "%s is refused in %s or made plain, in every field",
    { timeout: 240_000 },
    async (_, language, written) => {
      if (!hostile) return;
      const site = hostile;
      const wrong: string[] = [];
      await withEachForm(site, language, async ({ form, place, address, visitor }) => {
        if (place.path.endsWith("/review")) return;
        const answer = await sendForm(visitor, address, form, filledForm(form, typedNames(form), written));
        wrong.push(...(await wrongRefusal(site, language, `${place.path} ${form.action}`, answer)));
      });
      expect(wrong).toEqual([]);
    },
  );

  it("a megabyte in a field is refused, and nothing is kept", { timeout: 240_000 }, async () => {
    if (!hostile) return;
    const site = hostile;
    const { store } = site.site.services;
    const wrong: string[] = [];
    const { size } = await store.head();
    let sent = 0;
    await withEachForm(site, "kk", async ({ form, place, address, visitor }) => {
      if (form.method === "get") return;
      sent++;
      const [name = ""] = typedNames(form);
      const answer = await sendForm(visitor, address, form, filledForm(form, [name], MEGABYTE));
      if (answer.status !== 413) wrong.push(`${place.path} ${form.action} is answered with ${answer.status}`);
      wrong.push(...(await wrongRefusal(site, "kk", `${place.path} ${form.action}`, answer)));
    });
    expect(wrong).toEqual([]);
    expect(sent).toBeGreaterThan(50);
    const since = await store.findEvents({ limit: 100 });
    expect(since.filter(({ seq, action }) => seq >= size && !action.startsWith("session."))).toEqual([]);
  });
});

describe("hostile addresses", () => {
  it("are answered with pages that hold them as text, for each param of each path", { timeout: 240_000 }, async () => {
    if (!hostile) return;
    const site = hostile;
    const wrong: string[] = [];
    const seen = new Set<string>();
    for (const { route, path, who } of [...site.pages, ...site.files]) {
      if (seen.has(route) || route === "part") continue;
      seen.add(route);
      const visitor = await site.as(who);
      const [way = "", query = ""] = path.split("?");
      const parts = way.split("/");
      const places = route.split("/").flatMap((part, at) => (part.startsWith(":") ? [at] : []));
      for (const at of places) {
        for (const bad of ADDRESSES) {
          const address = `/ru${parts.with(at, bad).join("/")}?${query}`;
          wrong.push(...(await wrongRefusal(site, "ru", address, await visitor.get(address))));
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it("are answered likewise for each param of each query", { timeout: 240_000 }, async () => {
    if (!hostile) return;
    const site = hostile;
    const wrong: string[] = [];
    const names = new Set([
      "q",
      "page",
      "sort",
      "on",
      "from",
      "to",
      "rules",
      "example",
      "next",
      "done",
      "as-of",
      "format",
    ]);
    await withEachForm(site, "en", async ({ form }) => {
      if (form.method === "get") for (const { name } of form.controls) names.add(name);
    });
    for (const { path, who } of site.pages) {
      const visitor = await site.as(who);
      for (const bad of [encodeURIComponent(HOSTILE), "%00", "%FF"]) {
        const query = [...names].map((name) => `${encodeURIComponent(name)}=${bad}`).join("&");
        const address = `/ru${path.split("?")[0]}?${query}`;
        wrong.push(...(await wrongRefusal(site, "ru", address, await visitor.get(address))));
      }
      const twice = [...names].map((name) => `${name}=a&${name}=b&${name}[x]=c`).join("&");
      wrong.push(...(await wrongRefusal(site, "ru", path, await visitor.get(`/ru${path.split("?")[0]}?${twice}`))));
    }
    expect(wrong).toEqual([]);
  });
});

describe("the log of the server", () => {
  it("holds one line a request, whatever was asked for, and no address but as it was written", () => {
    if (!hostile) return;
    const lines = logged.trimEnd().split("\n");
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines) expect(JSON.parse(line).level, line).toBeLessThan(50);
    expect(logged).not.toContain("{{constructor}}");
    expect(logged).not.toContain("<script>");
    expect(/[\u2028\u2029\u202a-\u202e\u2066-\u2069]/.test(logged)).toBe(false);
  });
});
