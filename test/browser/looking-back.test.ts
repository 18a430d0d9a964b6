import type { BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { LANGUAGES } from "../../server/language/languages.ts";
import { findViolations } from "./axe.ts";
import { describeInBrowser } from "./in-browser.ts";
import { holderOf, startLookingBackSite, startSlowSite } from "./looking-back-site.ts";
import type { Site } from "./site.ts";

const WHAT_IF = "/looking-back/what-if/stricter?year=2023&year=2024";
const WITHOUT_SCRIPT = { javaScriptEnabled: false };

async function isSound(page: Page, width: number): Promise<void> {
  await page.evaluate("document.fonts.ready");
  await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
  expect({ url: page.url(), width: await page.evaluate("document.documentElement.scrollWidth") }).toEqual({
    url: page.url(),
    width,
  });
  expect(await findViolations(page), page.url()).toEqual([]);
}

/** Waits until a run came to its end: the page asks again by itself, without a script too. */
const end = (page: Page): Promise<unknown> => page.waitForSelector(".progress", { state: "detached" });

/** Keeps what a page comes to, by its form, and gives the id under which it is kept. */
async function keep(page: Page, note: string): Promise<string> {
  await end(page);
  await page.locator("summary", { has: page.locator("xpath=following-sibling::form[.//*[@id='note']]") }).click();
  await page.fill("#note", note);
  await page.click("form[action*='/keep'] button");
  await page.waitForURL(/\/kept\/[0-9a-f]{16}$/);
  return page.url().split("/").at(-1) as string;
}

/** Goes on by the key alone until the focus is on what is looked for. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
  }
  throw new Error(`the focus never comes to ${selector}`);
}

describeInBrowser(
  "the pages of looking back",
  (browserTest) => {
    let ids: Promise<[string, string]> | null = null;
    const memberOf = async (site: Site): Promise<BrowserContextOptions> =>
      site.signedIn(await holderOf(site, "member"));

    /** Two results, kept once. */
    const keptTwo = (open: (path: string, reader: BrowserContextOptions) => Promise<Page>, site: Site) => {
      ids ??= (async () => {
        const reader = await memberOf(site);
        const one = await keep(await open(`/kk${WHAT_IF}`, reader), "Алқа отырысына\n<b>норма</b> 14 балл");
        return [one, await keep(await open("/ru/looking-back/known/2024-02-01", reader), "")];
      })();
      return ids;
    };

    for (const language of LANGUAGES) {
      browserTest(`fit a phone and a desktop, and axe-core finds nothing, in ${language}`, async (open, site) => {
        const [one, other] = await keptTwo(open, site);
        const unlike = (await site.services.store.lookingsBack()).find(({ state }) => state.list.lines === 1)?.id;
        const paths = [
          "/looking-back",
          "/looking-back/known?day=x",
          WHAT_IF,
          "/looking-back/reproduce",
          "/looking-back/kept",
          "/looking-back/kept?kind=what-if",
          `/looking-back/kept/${one}`,
          `/looking-back/kept/${unlike}`,
          `/looking-back/kept/compare?result=${one}&result=${other}`,
          `/looking-back/kept/compare?result=${one}&result=${unlike}`,
          `/looking-back/kept/compare?result=${one}`,
        ];
        for (const width of [320, 1200]) {
          const reader = { ...(await memberOf(site)), viewport: { width, height: 800 } };
          const page = await open(`/${language}${paths[0]}`, reader);
          for (const path of paths) {
            await page.goto(`${site.url}/${language}${path}`);
            await end(page);
            await isSound(page, width);
          }
        }
      });
    }

    browserTest("lead from the start to a kept result without a script", async (open, site) => {
      const page = await open("/en/looking-back", { ...(await memberOf(site)), ...WITHOUT_SCRIPT });
      await page.getByRole("textbox", { name: "Day" }).fill("01.02.2024");
      await page.locator("form[action$='/known'] button").click();
      await end(page);
      expect(await page.textContent("h1")).toMatch(/^Of \d+ decided reports, \d+ would come to another outcome\.$/);
      const heading = await page.textContent("h1");
      await keep(page, "Without a script");
      expect(await page.textContent("h1")).toBe(heading);
      expect(await page.textContent(".quoted")).toBe("Without a script");
      await page.getByLabel("Compare with").selectOption({ index: 0 });
      await page.getByRole("button", { name: "Compare", exact: true }).click();
      expect(new URL(page.url()).pathname).toBe("/en/looking-back/kept/compare");
    });

    browserTest("compare two results by the keyboard alone", async (open, site) => {
      await keptTwo(open, site);
      const page = await open("/en/looking-back/kept", await memberOf(site));
      await tabTo(page, "input[name='result']");
      await page.keyboard.press("Space");
      await tabTo(page, "input[name='result']:not(:checked)");
      await page.keyboard.press("Space");
      await tabTo(page, "#results button");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/kept\/compare\?/);
      expect(await page.isVisible("#people")).toBe(true);
    });

    browserTest("bring the focus to what is wrong where other than two are chosen", async (open, site) => {
      const page = await open("/kk/looking-back/kept", await memberOf(site));
      await page.click("#results button");
      await page.waitForSelector(".govuk-error-summary:focus");
      await page.click(".govuk-error-summary a");
      expect(await page.evaluate("document.activeElement.id")).toBe("results");
    });

    browserTest("show an officer the own chamber alone", async (open, site) => {
      for (const width of [320, 1200]) {
        const officer = await holderOf(site, "officer");
        const page = await open("/ru/", { ...(await site.signedIn(officer)), viewport: { width, height: 800 } });
        await page.getByRole("link", { name: "Взгляд назад" }).click();
        const chamber = officer.state.grants.find(({ role }) => role === "officer")?.chamber;
        expect(new URL(page.url()).pathname).toBe(`/ru/looking-back/chambers/${chamber}`);
        await isSound(page, width);
        await page.locator("a[href$='/reproduce']").click();
        await end(page);
        await isSound(page, width);
      }
    });
  },
  startLookingBackSite,
);

describeInBrowser(
  "a look back that takes a while",
  (browserTest) => {
    browserTest("tells without a script how far it has come, and is stopped and begun anew", async (open, site) => {
      const member = await site.signedIn(await holderOf(site, "member"));
      const viewport = { width: 320, height: 800 };
      const page = await open("/ru/looking-back/reproduce", { ...member, ...WITHOUT_SCRIPT, viewport });
      expect(await page.isVisible("progress")).toBe(true);
      expect(await page.isVisible("form[action*='/keep']")).toBe(false);
      await page.getByRole("button", { name: "Остановить" }).click();
      await page.getByRole("button", { name: "Начать заново" }).waitFor();
      const stopped = await open("/kk/looking-back/reproduce", { ...member, viewport });
      await isSound(stopped, viewport.width);
      await page.getByRole("button", { name: "Начать заново" }).click();
      await end(page);
      expect(await page.textContent("h1")).toMatch(/байт в байт\.$/);
    });
  },
  startSlowSite,
);
