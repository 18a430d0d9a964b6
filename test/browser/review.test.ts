import type { Page } from "playwright-core";
import { expect } from "vitest";
import { adoptedSets } from "../../server/adoption/adopted-sets.ts";
import { LANGUAGES } from "../../server/language/languages.ts";
import { findViolations } from "./axe.ts";
import { describeInBrowser } from "./in-browser.ts";
import { EDITOR, fillDrafts, MEMBER } from "./reviewed-drafts.ts";

const REVIEWS = ["torn", "norm", "contested", "adopted"].map((draft) => `/workspace/${draft}/review`);

async function isSound(page: Page): Promise<void> {
  await page.evaluate("document.fonts.ready");
  await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
  const width = page.viewportSize()?.width;
  expect(await page.evaluate("document.documentElement.scrollWidth"), page.url()).toBe(width);
  expect(await findViolations(page), page.url()).toEqual([]);
}

describeInBrowser("the review of a draft and the timeline", (browserTest) => {
  for (const language of LANGUAGES) {
    browserTest(`fit a phone and a desktop, and axe-core finds nothing, in ${language}`, async (open, site) => {
      await fillDrafts(site);
      const [older, newer] = await adoptedSets(site.services.store);
      const compare = `/timeline/compare?from=${older?.ruleSet}&to=${newer?.ruleSet}`;
      for (const who of [EDITOR, MEMBER]) {
        const reader = await site.signedIn(who);
        for (const path of [...REVIEWS, "/timeline", "/timeline?on=x", `/timeline/${newer?.ruleSet}`, compare]) {
          for (const width of [320, 1200]) {
            await isSound(await open(`/${language}${path}`, { ...reader, viewport: { width, height: 800 } }));
          }
        }
      }
    });
  }

  browserTest("a comment is pinned to a part that changes, by its name, without a script", async (open, site) => {
    await fillDrafts(site);
    const reader = { ...(await site.signedIn(MEMBER)), javaScriptEnabled: false };
    const page = await open("/en/workspace/contested/review", reader);
    await page.getByLabel("Which part it is about").selectOption("Limit: Media limit");
    await page.getByLabel("Comment", { exact: true }).fill("Two points are few");
    await page.getByRole("button", { name: "Add the comment" }).click();
    expect(new URL(page.url()).hash).toBe("#remarks");
    expect(await page.textContent("#remarks .voices > li:last-child")).toContain("Two points are few");
    await page.locator("#remarks").getByRole("link", { name: "Media limit" }).click();
    expect(page.url()).toContain("/edit/limits/media");
  });
});
