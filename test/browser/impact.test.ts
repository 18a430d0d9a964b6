import type { Page } from "playwright-core";
import { expect } from "vitest";
import { LANGUAGES } from "../../server/language/languages.ts";
import { messages } from "../../server/language/messages.ts";
import type { Account, Stored } from "../../server/store/records.ts";
import { findViolations } from "./axe.ts";
import { IMPACT, startImpactSite, valve } from "./impact-site.ts";
import { describeInBrowser, type Open } from "./in-browser.ts";
import type { Site } from "./site.ts";

const DESKTOP = { width: 1200, height: 800 };

async function memberOf({ services }: Site): Promise<Stored<Account>> {
  const accounts = await services.store.accounts();
  const found = accounts.find(({ state }) => state.grants.some(({ role }) => role === "member"));
  if (!found) throw new Error("there is no member");
  return found;
}

/** Waits until the page, which renews itself while the reports are counted, has come to its end. */
const isWhole = (page: Page): Promise<unknown> => page.waitForSelector("progress", { state: "detached" });

async function openWhole(open: Open, site: Site, path: string, more: object = {}): Promise<Page> {
  const page = await open(path, { ...(await site.signedIn(await memberOf(site))), viewport: DESKTOP, ...more });
  await isWhole(page);
  return page;
}

/** The addresses of two people on the list: of one whose outcome changes, and of one whose report is refused. */
async function pairs(open: Open, site: Site): Promise<string[]> {
  const found: string[] = [];
  for (const flow of ["fulfilled>unfulfilled", "unfulfilled>refused"]) {
    const page = await openWhole(open, site, `/en${IMPACT}?flow=${encodeURIComponent(flow)}`);
    found.push((await page.getAttribute("#people tbody a", "href")) ?? "");
  }
  return found.map((href) => href.replace("/en", ""));
}

/** Goes on with the key Tab to the first of such elements, which has to show that it has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const focused = page.locator(selector).first().and(page.locator(":focus"));
  const style = `getComputedStyle(document.querySelector(${JSON.stringify(selector)}))`;
  const looks = (): Promise<unknown> => page.evaluate(`((one) => one.outline + one.boxShadow)(${style})`);
  const before = await looks();
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press("Tab");
    if ((await focused.count()) === 0) continue;
    expect(await looks(), selector).not.toBe(before);
    return;
  }
  throw new Error(`the key Tab does not come to ${selector}`);
}

/** Presses a key that leads to another page. */
const press = (page: Page, key: string): Promise<unknown> =>
  Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);

async function isSound(page: Page): Promise<void> {
  await isWhole(page);
  await page.evaluate("document.fonts.ready");
  await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
  const width = page.viewportSize()?.width;
  expect(await page.evaluate("document.documentElement.scrollWidth"), page.url()).toBe(width);
  expect(await findViolations(page), page.url()).toEqual([]);
}

describeInBrowser(
  "the impact of a draft",
  (browserTest) => {
    for (const language of LANGUAGES) {
      browserTest(`fits a phone and a desktop, and axe-core finds nothing, in ${language}`, async (open, site) => {
        const narrowed = `${IMPACT}?year=2024&chamber=almaty-city&chamber=astana`;
        for (const path of [IMPACT, narrowed, ...(await pairs(open, site))]) {
          for (const width of [320, DESKTOP.width]) {
            const viewport = { width, height: 800 };
            await isSound(
              await open(`/${language}${path}`, { ...(await site.signedIn(await memberOf(site))), viewport }),
            );
          }
        }
      });
    }

    for (const hasScript of [true, false]) {
      const how = hasScript ? "with" : "without";

      browserTest(`is narrowed, filtered and followed to both decisions ${how} JavaScript`, async (open, site) => {
        const page = await openWhole(open, site, `/en${IMPACT}`, { javaScriptEnabled: hasScript });
        expect(await page.textContent("h1")).toMatch(/^Of \d+ decided reports, \d+ would come to another outcome\./);
        await page.click(`summary:has-text("${messages("en")("impact.scope")}")`);
        await page.check("#year-2024");
        await page.click("details button:has-text('Show')");
        await isWhole(page);
        expect(new URL(page.url()).search).toBe("?year=2024");
        expect(await page.locator("section[aria-labelledby=by-year] tbody tr").count()).toBe(1);

        const [met, missed] = [messages("en")("outcome.fulfilled"), messages("en")("outcome.unfulfilled")];
        const flow = page.locator(`.flow + table a[aria-label$="${met} → ${missed}"]`);
        const cases = await flow.textContent();
        await flow.click();
        expect(await page.textContent("#people .found")).toContain(cases);
        await page.locator("#people tbody a").first().click();
        expect(await page.locator(".pairs del").count()).toBeGreaterThan(0);
        expect(await page.locator(".pairs ins").count()).toBe(await page.locator(".pairs del").count());
        expect(await page.locator("mark").count()).toBeGreaterThan(0);
      });

      browserTest(`shows how far it is, is stopped and begun again ${how} JavaScript`, async (open, site) => {
        const reader = { ...(await site.signedIn(await memberOf(site))), javaScriptEnabled: hasScript };
        const say = messages("en");
        valve.close();
        const page = await open(`/en${IMPACT}?year=${hasScript ? 2023 : 2022}`, reader);
        expect(await page.locator("progress").count()).toBe(1);
        await page.click(`button:has-text("${say("impact.stop")}")`);
        valve.open();
        expect(await page.textContent("h1")).toContain("So far: of 0 decided reports");
        await page.click(`button:has-text("${say("impact.again")}")`);
        await isWhole(page);
      });
    }

    browserTest("is used with the keyboard alone, and shows where one is", async (open, site) => {
      const page = await openWhole(open, site, `/ru${IMPACT}`);
      await tabTo(page, "main summary");
      await page.keyboard.press("Enter");
      await tabTo(page, "#year-2023");
      await page.keyboard.press("Space");
      await tabTo(page, "main details form button");
      await press(page, "Enter");
      await isWhole(page);
      expect(new URL(page.url()).search).toBe("?year=2023");
      await tabTo(page, ".flow + table a");
      await press(page, "Enter");
      expect(new URL(page.url()).searchParams.get("flow")).toContain(">");
      await tabTo(page, "#people tbody a");
      await press(page, "Enter");
      expect(await page.locator(".pairs").count()).toBeGreaterThan(0);
    });

    browserTest("gives its list as files", async (open, site) => {
      const page = await openWhole(open, site, `/kk${IMPACT}`);
      for (const ending of ["csv", "xlsx"]) {
        const [file] = await Promise.all([page.waitForEvent("download"), page.click(`a[href*="export.${ending}"]`)]);
        expect(file.suggestedFilename()).toContain(`.${ending}`);
      }
    });
  },
  startImpactSite,
);
