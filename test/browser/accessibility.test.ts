import { expect } from "vitest";
import { LANGUAGES } from "../../server/language/languages.ts";
import { findViolations } from "./axe.ts";
import { describeInBrowser } from "./in-browser.ts";
import { PAGES } from "./pages.ts";

describeInBrowser("axe-core finds nothing", (browserTest) => {
  for (const language of LANGUAGES) {
    for (const [name, path] of Object.entries(PAGES)) {
      browserTest(`on ${name} in ${language}`, async (open) => {
        expect(await findViolations(await open(`/${language}${path}`))).toEqual([]);
      });
    }

    browserTest(`on a form with errors in ${language}, every part of it open`, async (open) => {
      const page = await open(`/${language}/check`);
      await page.fill("[name='/activities/0/from']", "31.02.2024");
      for (const kind of ["absences", "sanctions"]) {
        await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
        await page.click(`[data-add-row='${kind}']`);
        await page.selectOption(`[data-rows='${kind}'] select >> nth=0`, { index: 1 });
      }
      await page.click(".report__decide button");
      await page.waitForSelector(".govuk-error-summary");
      await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
      expect(await findViolations(page)).toEqual([]);
    });

    browserTest(`on an open clause in ${language}`, async (open) => {
      const page = await open(`/${language}/rules/2025`);
      await page.click("a[data-clause] >> nth=0");
      await page.waitForSelector("dialog[open]");
      expect(await findViolations(page)).toEqual([]);
    });
  }

  browserTest("on a phone", async (open) => {
    for (const path of Object.values(PAGES)) {
      const page = await open(`/kk${path}`, { viewport: { width: 390, height: 800 } });
      expect(await findViolations(page)).toEqual([]);
    }
  });
});
