import { expect } from "vitest";
import { createApp } from "../../server/app.ts";
import { LANGUAGES } from "../../server/language/languages.ts";
import { newCase, REPORT, record, seminars } from "../chamber/case-form.ts";
import { AUDITOR, OFFICER, settle } from "../chamber/chamber-site.ts";
import { signIn } from "../server/visitor.ts";
import { findViolations } from "./axe.ts";
import { describeInBrowser } from "./in-browser.ts";
import type { Site } from "./site.ts";

/** People, chambers, and a decision that an officer recorded; the events of both. */
async function fill({ services }: Site): Promise<number[]> {
  if ((await services.store.head()).size === 0) {
    await settle(services.store);
    const officer = await signIn(createApp(services), services, OFFICER);
    await record(officer, newCase("c-00001"), { ...seminars(4), ...REPORT });
  }
  const recorded = await services.store.findEvents({ action: "decision.record", limit: 1 });
  return [0, ...recorded.map(({ seq }) => seq)];
}

const PHONE = 320;

describeInBrowser("the pages of the auditor", (browserTest) => {
  for (const language of LANGUAGES) {
    browserTest(`fit a phone and a desktop, and axe-core finds nothing, in ${language}`, async (open, site) => {
      const events = await fill(site);
      const auditor = await site.signedIn(AUDITOR);
      for (const path of ["", "?action=decision.record&by=officer", ...events.map((seq) => `/${seq}`)]) {
        for (const width of [PHONE, 1200]) {
          const page = await open(`/${language}/audit${path}`, { ...auditor, viewport: { width, height: 800 } });
          expect(await page.evaluate("document.documentElement.scrollWidth"), `${path} at ${width}`).toBe(width);
          expect(await findViolations(page)).toEqual([]);
        }
      }
    });
  }

  browserTest("are filtered and read without a script", async (open, site) => {
    await fill(site);
    const page = await open("/en/audit", { ...(await site.signedIn(AUDITOR)), javaScriptEnabled: false });
    await page.selectOption("#action", "decision.record");
    await page.fill("#by", "officer");
    await page.press("#by", "Enter");
    await page.waitForURL(/action=decision\.record/);
    expect(await page.locator("tbody tr").count()).toBe(1);
    await page.click("tbody th a");
    expect(await page.textContent("h1")).toBe("Decision recorded");
    await page.click("text=History of the record");
    expect(page.url()).toContain("record=almaty-city");
  });
});
