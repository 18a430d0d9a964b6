import type { Page } from "playwright-core";
import { expect } from "vitest";
import { LANGUAGES } from "../../server/language/languages.ts";
import type { Account, Stored } from "../../server/store/records.ts";
import { changed, draftOf, keepDraft, withPodcast } from "../adoption/drafts.ts";
import { accountOf, settle } from "../authorisation/people.ts";
import { recordSeminars } from "../chamber/year-site.ts";
import { findViolations } from "./axe.ts";
import { describeInBrowser } from "./in-browser.ts";
import type { Site } from "./site.ts";

const EDITOR = accountOf("the editor") as Stored<Account>;
const WIDTHS = [320, 1200];
const RECORDED = "/recorded?chamber=almaty-city&year=2024&consultant=c-00002";
const PAGES = ["", "/five-seminars", "/five-seminars/edit", "/podcast-recognised", "/new", "/recorded", RECORDED];

/** A draft with an example that fails, and a recorded case. */
async function fill({ services }: Site): Promise<void> {
  if ((await services.store.head()).size > 0) return;
  await settle(services.store);
  await recordSeminars(services, "c-00002", "Болат Ахметов", 4);
  const text = changed((set) => {
    set.examples[0].expect.points.total = 11;
    set.examples[0].expect.outcome = "pending";
  }, withPodcast());
  await keepDraft(services.store, "podcast", draftOf(text));
}

async function isSound(page: Page): Promise<void> {
  await page.evaluate("document.fonts.ready");
  const width = page.viewportSize()?.width;
  expect(await page.evaluate("document.documentElement.scrollWidth"), page.url()).toBe(width);
  expect(await findViolations(page), page.url()).toEqual([]);
}

/** Enters a podcast by the form, as far as its decision. */
async function enterPodcast(page: Page): Promise<void> {
  await page.fill('[name="/consultant/memberSince"]', "01.04.2019");
  await page.selectOption('[name="/activities/0/form"]', "podcast");
  await page.fill('[name="/activities/0/from"]', "01.03.2022");
  await page.press('[name="/activities/0/evidence"]', "Enter");
  await page.waitForSelector('button[value="take"]');
}

describeInBrowser("the examples of a draft", (browserTest) => {
  for (const language of LANGUAGES) {
    browserTest(`fit a phone and a desktop, and axe-core finds nothing, in ${language}`, async (open, site) => {
      await fill(site);
      const editor = await site.signedIn(EDITOR);
      for (const path of PAGES) {
        for (const width of WIDTHS) {
          const reader = { ...editor, viewport: { width, height: 800 } };
          const page = await open(`/${language}/workspace/podcast/examples${path}`, reader);
          await isSound(page);
          if (path !== "/new") continue;
          await enterPodcast(page);
          await isSound(page);
        }
      }
    });
  }

  browserTest("are entered and taken without a script", async (open, site) => {
    await fill(site);
    const page = await open("/en/workspace/podcast/examples/new", {
      ...(await site.signedIn(EDITOR)),
      javaScriptEnabled: false,
    });
    await enterPodcast(page);
    await page.fill("#name-en", "A podcast of 2022");
    await page.click('button[value="take"]');
    await page.waitForSelector("[role='status']");
    expect(await page.textContent("main")).toContain("A podcast of 2022");
  });
});
