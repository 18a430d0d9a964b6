import { parse as parseCsv } from "csv-parse/sync";
import type { Response, Test } from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LANGUAGES } from "../../server/language/languages.ts";
import { readXlsx } from "../chamber/read-xlsx.ts";
import { insist, withEachForm } from "./each-form.ts";
import { type HostileSite, openHostileSite, wrongWith } from "./hostile-site.ts";
import { HOSTILE } from "./payload.ts";

let hostile: HostileSite | null = null;
beforeAll(async () => {
  hostile = await openHostileSite();
}, 120_000);
afterAll(() => hostile?.close());

/** What has to be among the forms that took the text: else nothing was tried. */
const TAKEN = [
  "/accounts/new",
  "/accounts/:account",
  "/chambers/:chamber/:year/:consultant/correct",
  "/looking-back/what-if/:set",
  "/looking-back/known/:day",
  "/looking-back/reproduce",
  "/looking-back/chambers/:chamber/known/:day",
  "/workspace/new",
  "/workspace/:draft/edit/:section",
  "/workspace/:draft/examples/recorded",
  "/workspace/:draft/review",
  "part",
];

const FORMULA = /^[=+\-@\t\r\n]/;

/** Reads an answer as bytes. */
const whole: Parameters<Test["parse"]>[0] = (response, done) => {
  const chunks: Buffer[] = [];
  response.on("data", (chunk: Buffer) => chunks.push(chunk));
  response.on("end", () => done(null, Buffer.concat(chunks)));
};

/** What a file would do in the program that opens it. */
function wrongInFile(path: string, { body, headers }: Response): string[] {
  const content = body as Buffer;
  const type = headers["content-type"] ?? "";
  if (path.includes(".xlsx")) {
    const cells = readXlsx(content).flat();
    return cells.filter(({ formula }) => formula).map(({ value }) => `${path}: the formula ${value}`);
  }
  if (type.startsWith("text/csv")) {
    const delimiter = content.toString().split("\n")[0]?.includes(";") ? ";" : ",";
    const rows = parseCsv(content, { bom: true, delimiter, relax_column_count: true }) as string[][];
    return rows
      .flat()
      .filter((cell) => FORMULA.test(cell))
      .map((cell) => `${path}: ${cell}`);
  }
  if (type.includes("json")) JSON.parse(content.toString());
  return headers["content-disposition"]?.startsWith("attachment") ? [] : [`${path} is shown by the browser: ${type}`];
}

describe("hostile input in every field that somebody can type into", () => {
  it("is kept and shown as text, or refused with a message", { timeout: 300_000 }, async ({ skip }) => {
    if (!hostile) return skip();
    const site = hostile;
    const wrong: string[] = [];
    const taken = new Set<string>();
    await withEachForm(site, "en", async (atHand) => {
      const { place, form, visitor } = atHand;
      const name = `${place.path} ${form.action}`;
      const isTaken = await insist(site, atHand, encodeURIComponent(HOSTILE), async (answer, names) => {
        wrong.push(...(await wrongWith(site, `${name} (${names})`, answer)));
        if (answer.status !== 303) return;
        wrong.push(...(await wrongWith(site, `after ${name}`, await visitor.get(String(answer.headers.location)))));
      });
      if (isTaken && form.method === "post") taken.add(place.route);
    });
    expect([...new Set(wrong)]).toEqual([]);
    expect([...taken]).toEqual(expect.arrayContaining(TAKEN));
  });

  it("is text on every page afterwards, in each language", { timeout: 300_000 }, async ({ skip }) => {
    if (!hostile) return skip();
    const wrong: string[] = [];
    for (const { path, who } of hostile.pages) {
      const visitor = await hostile.as(who);
      for (const language of LANGUAGES) {
        wrong.push(...(await wrongWith(hostile, `/${language}${path}`, await visitor.get(`/${language}${path}`))));
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
  });

  it("is text in every file, and no cell of it is a formula", { timeout: 60_000 }, async ({ skip }) => {
    if (!hostile) return skip();
    const wrong: string[] = [];
    const withText: string[] = [];
    for (const { path, who } of hostile.files) {
      const answer = await (await hostile.as(who)).get(`/ru${path}`).buffer().parse(whole).expect(200);
      wrong.push(...wrongInFile(path, answer));
      if (String(answer.body).includes("gnp.live") || path.includes(".xlsx")) withText.push(path);
    }
    expect(wrong).toEqual([]);
    expect(withText.length).toBeGreaterThan(3);
  });

  it("does nothing in a browser, even without the policy that forbids scripts", { timeout: 300_000 }, async ({
    skip,
  }) => {
    if (!hostile) return skip();
    const { browser, site, pages } = hostile;
    const seen = new Set<string>();
    const wrong: string[] = [];
    for (const { route, path, who } of pages) {
      if (seen.has(route)) continue;
      if (!(await (await hostile.as(who)).get(`/kk${path}`)).text.includes("gnp.live")) continue;
      seen.add(route);
      const context = await browser.newContext({ bypassCSP: true, ...(who ? await site.signedIn(who) : {}) });
      const page = await context.newPage();
      page.on("dialog", (dialog) => {
        wrong.push(`${path}: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await page.goto(`${site.url}/kk${path}`);
      if (await page.evaluate("globalThis.hostile !== undefined")) wrong.push(path);
      await context.close();
    }
    expect(wrong).toEqual([]);
    expect(seen.size).toBeGreaterThan(15);
  });
});
