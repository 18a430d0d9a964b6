import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { LANGUAGES } from "../../server/language/languages.ts";
import { findViolations } from "./axe.ts";
import { everyAddress, type PageToSee } from "./every-page.ts";
import { describeInBrowser } from "./in-browser.ts";
import type { Site } from "./site.ts";
import { fillWholeSite } from "./whole-site.ts";

const PHONE = { viewport: { width: 320, height: 720 } };
const DESKTOP = { viewport: { width: 1280, height: 800 } };
const PARTS = 8;
const TAB_ORDER = readFileSync(join(import.meta.dirname, "tab-order.js"), "utf8");

const filled = new WeakMap<Site, Promise<PageToSee[]>>();

/** Every page of the site, which is filled once; those of one part of the walk. */
async function pagesOf(site: Site, part: number): Promise<PageToSee[]> {
  let pages = filled.get(site);
  if (!pages) {
    pages = fillWholeSite(site).then(async (found) => (await everyAddress(site.services, found)).pages);
    filled.set(site, pages);
  }
  return (await pages).filter((_, at) => at % PARTS === part);
}

const htmlOf = (found: unknown[]): string[] => found.map((one) => (one as { outerHTML: string }).outerHTML);

const readerOf = async (site: Site, { who }: PageToSee): Promise<BrowserContextOptions> =>
  who ? site.signedIn(who) : {};

const openAll = (page: Page): Promise<unknown> =>
  page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");

describeInBrowser("every page of the site", (browserTest) => {
  for (let part = 0; part < PARTS; part++) {
    const which = `(${part + 1} of ${PARTS})`;

    browserTest(`fits a phone in each language, and axe-core finds nothing ${which}`, async (open, site) => {
      for (const [at, place] of (await pagesOf(site, part)).entries()) {
        const reader = { ...(await readerOf(site, place)), ...PHONE };
        const page = await open(`/kk${place.path}`, reader);
        for (const language of LANGUAGES) {
          await page.goto(`${site.url}/${language}${place.path}`);
          await openAll(page);
          const width = await page.evaluate("document.documentElement.scrollWidth");
          expect({ page: page.url(), width }).toEqual({ page: page.url(), width: PHONE.viewport.width });
          if (LANGUAGES[at % LANGUAGES.length] === language) expect(await findViolations(page), page.url()).toEqual([]);
        }
        await page.close();
      }
    });

    browserTest(
      `is whole without a script: one heading, a title, nothing that cannot be sent ${which}`,
      async (open, site) => {
        for (const place of await pagesOf(site, part)) {
          const page = await open(`/ru${place.path}`, {
            ...(await readerOf(site, place)),
            ...DESKTOP,
            javaScriptEnabled: false,
          });
          const url = page.url();
          expect({ url, headings: await page.locator("h1").count() }).toEqual({ url, headings: 1 });
          expect(await page.title(), url).toMatch(/\S – Қағида$|^Қағида$/);
          const dead = page.locator(
            "button[type=button]:visible, form:has(input:not([type=hidden]), textarea):not(:has(button)):visible",
          );
          expect({ url, dead: await dead.evaluateAll(htmlOf) }).toEqual({
            url,
            dead: [],
          });
          await page.close();
        }
      },
    );

    browserTest(
      `is gone through with the key Tab, from the first link to the last, and shows where one is ${which}`,
      async (open, site) => {
        const seen = new Set<string>();
        for (const place of await pagesOf(site, part)) {
          if (seen.has(place.route)) continue;
          seen.add(place.route);
          const page = await open(`/en${place.path}`, { ...(await readerOf(site, place)), ...DESKTOP });
          const hasFocus = await page.evaluate("document.activeElement !== document.body");
          await page.evaluate(TAB_ORDER);
          const presses = await page.evaluate<number>("presses");
          for (let step = 0; step < presses; step++) await page.keyboard.press("Tab");
          const { first, ...wrong } = await page.evaluate<
            Record<"missed" | "backwards" | "unseen", string[]> & { first: string }
          >("tabOrder()");
          expect({ page: page.url(), ...wrong }).toEqual({ page: page.url(), missed: [], backwards: [], unseen: [] });
          if (!hasFocus) expect(first, page.url()).toBe("#main");
          await page.close();
        }
      },
    );
  }
});
