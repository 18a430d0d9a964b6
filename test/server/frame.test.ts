import { beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../engine/index.ts";
import { createApp } from "../../server/app.ts";
import { LANGUAGES } from "../../server/language/languages.ts";
import { accountOf, type Person, settle } from "../authorisation/people.ts";
import { createTestServices } from "./site.ts";
import { signIn, visit } from "./visitor.ts";

const services = await createTestServices();
const app = createApp(services);

beforeAll(() => settle(services.store));

const homeOf = async (
  person: Person,
  language: Language = "en",
): Promise<{ text: string; headers: Record<string, string> }> => {
  const account = accountOf(person);
  return (account ? await signIn(app, services, account) : visit(app)).get(`/${language}/`);
};

/** The addresses that the main menu of a page leads to. */
const menuIn = (text: string): string[] => {
  const [, menu = ""] = /<nav class="masthead__navigation"[^>]*>(.*?)<\/nav>/s.exec(text) ?? [];
  return [...menu.matchAll(/href="\/en\/([^"]+)"/g)].map(([, path]) => path as string);
};

describe("the menu leads to what its reader may do", () => {
  it.each<[Person, string[]]>([
    ["nobody", []],
    ["who holds no role", []],
    ["the consultant", ["my-years"]],
    ["the officer", ["chambers"]],
    ["the auditor", ["chambers", "audit"]],
    ["the administrator", ["accounts"]],
  ])("%s: %j beside what everybody may", async (person, more) => {
    const menu = menuIn((await homeOf(person)).text);
    expect(menu.filter((path) => ["rules", "check"].includes(path))).toEqual(["rules", "check"]);
    for (const path of ["my-years", "chambers", "accounts", "audit"]) {
      expect(menu.includes(path), path).toBe(more.includes(path));
    }
  });

  it.each<Person>(["the consultant", "the officer", "the auditor", "the administrator", "the editor", "the member"])(
    "and to no page that %s may not open, or that is not there",
    async (person) => {
      const visitor = await signIn(app, services, accountOf(person) as NonNullable<ReturnType<typeof accountOf>>);
      for (const path of menuIn((await visitor.get("/en/")).text)) {
        expect([200, 302, 303], path).toContain((await visitor.get(`/en/${path}`)).status);
      }
    },
  );
});

describe.each(LANGUAGES)("the head of a page in %s", (language) => {
  it("offers to sign in, and sets no cookie but the language's", async () => {
    const { text, headers } = await homeOf("nobody", language);
    expect(text).toContain(`href="/${language}/sign-in"`);
    expect(text).not.toContain('name="csrf"');
    expect(String(headers["set-cookie"])).not.toMatch(/session|form/);
    expect(headers["cache-control"]).toBe("no-cache");
  });

  it("says who is signed in, and lets them out by a form with its token", async () => {
    const { text, headers } = await homeOf("the auditor", language);
    expect(text).toContain(">the auditor</a>");
    expect(text).toMatch(
      new RegExp(
        `<form method="post" action="/${language}/sign-out">\\s*<input type="hidden" name="csrf" value="[\\w-]{43}">`,
      ),
    );
    expect(text).not.toContain("/sign-in");
    expect(headers["cache-control"]).toBe("no-store");
  });
});

describe("a page made for somebody who is signed in", () => {
  it.each([
    "/en/",
    "/en/rules/2025",
    "/en/check",
    "/en/api",
    "/en/nothing",
    "/en/chambers",
    "/en/chambers/x/2024",
    "/en/account",
  ])("%s is kept by nobody", async (path) => {
    const visitor = await signIn(app, services, accountOf("the officer") as NonNullable<ReturnType<typeof accountOf>>);
    expect((await visitor.get(path)).headers["cache-control"]).toBe("no-store");
  });
});

describe("the demo", () => {
  it("says on every page, in every language, that its people are made up", async () => {
    const demo = createApp({ ...services, demo: true });
    for (const path of ["/kk/", "/ru/rules/2025", "/en/check", "/en/nothing", "/en/sign-in"]) {
      expect((await visit(demo).get(path)).text, path).toContain('class="demo"');
    }
  });

  it("is not what the real site says that it is", async () => {
    expect((await homeOf("nobody")).text).not.toContain('class="demo"');
  });
});
