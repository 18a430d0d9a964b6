import { expect } from "vitest";
import { LANGUAGES } from "../../server/language/languages.ts";
import { describeInBrowser } from "./in-browser.ts";
import { PAGES } from "./pages.ts";

describeInBrowser("the layout", (browserTest) => {
  for (const language of LANGUAGES) {
    browserTest(`fits a width of 320 px in ${language}: no page scrolls sideways`, async (open) => {
      for (const [name, path] of Object.entries(PAGES)) {
        const page = await open(`/${language}${path}`, { viewport: { width: 320, height: 700 } });
        await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
        expect({ name, width: await page.evaluate("document.documentElement.scrollWidth") }).toEqual({
          name,
          width: 320,
        });
      }
    });
  }

  browserTest("holds a name without a space, however long", async (open) => {
    for (const width of [320, 1200]) {
      const page = await open("/kk/check", { viewport: { width, height: 700 } });
      await page.fill('[name="/reportingYear"]', "2024");
      await page.fill('[name="/consultant/memberSince"]', "01.04.2019");
      await page.selectOption('[name="/activities/0/form"]', "seminar");
      await page.fill('[name="/activities/0/from"]', "01.04.2024");
      await page.fill('[name="/activities/0/title"]', "Ғ".repeat(500));
      await page.fill('[name="/activities/0/organizer"]', "W".repeat(500));
      await page.fill('[name="/activities/0/claimedPoints"]', "999999");
      await page.click(".report__decide button");
      await page.waitForSelector(".verdict");
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      expect(await page.isVisible(".ledger .number >> nth=1")).toBe(true);
    }
  });

  browserTest("uses its own font, with every Kazakh letter", async (open) => {
    const page = await open("/kk/");
    await page.evaluate("document.fonts.ready.then(() => true)");
    const loaded = await page.evaluate<string[]>(
      "[...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family)",
    );
    expect(loaded.length).toBeGreaterThan(1);
    expect(new Set(loaded.map((family) => family.replaceAll('"', "")))).toEqual(new Set(["Golos Text Variable"]));
  });

  browserTest("prints a decision with the clauses written out and without the form", async (open) => {
    const page = await open("/ru/check?rules=2022&example=eight-points-warning-due");
    await page.emulateMedia({ media: "print" });
    expect(await page.isVisible(".print-only .law__clause >> nth=0")).toBe(true);
    expect(await page.isVisible(".printed")).toBe(true);
    expect(await page.textContent(".printed")).toMatch(/sha-256 [0-9a-f]{64}$/);
    expect(await page.isVisible(".change")).toBe(false);
    expect(await page.isVisible(".masthead__navigation")).toBe(false);
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000);
  });
});
