import type { Page } from "playwright-core";
import { expect } from "vitest";
import { LANGUAGES } from "../../server/language/languages.ts";
import { OFFICER, settle } from "../chamber/chamber-site.ts";
import { bookWith, richRules } from "../report-check/rich-rules.ts";
import { plain } from "../server/site.ts";
import { findViolations } from "./axe.ts";
import { describeInBrowser } from "./in-browser.ts";
import { type Site, startSite } from "./site.ts";

const WITHOUT_SCRIPT = { javaScriptEnabled: false };
const ENTRY = "/chambers/almaty-city/2028/new?consultant=c-00001";

/** A site where rules are in force that ask for every kind of input, with people and chambers. */
async function startRich(): Promise<Site> {
  const site = await startSite({ rules: bookWith(richRules()), today: () => "2029-03-20" });
  await settle(site.services.store);
  return site;
}

const name = (pointer: string): string => `[name="${pointer}"]`;
const openAll = "for (const part of document.querySelectorAll('details')) part.open = true";

/** Everything is open and there is a row of each kind; it fits its width, and axe-core finds nothing. */
async function isSound(page: Page): Promise<void> {
  await page.evaluate(openAll);
  for (const kind of ["decisions", "history"]) await page.click(`[data-add-row='${kind}']`);
  const width = page.viewportSize()?.width;
  expect(await page.evaluate("document.documentElement.scrollWidth"), page.url()).toBe(width);
  expect(await findViolations(page), page.url()).toEqual([]);
}

async function fillIn(page: Page): Promise<void> {
  await page.fill(name("/asOf"), "01.03.2029");
  await page.fill(name("/report/submittedOn"), "10.02.2029");
  await page.selectOption(name("/consultant/attributes/seniority"), "junior");
  await page.fill(name("/consultant/attributes/licensed-on"), "05.06.2024");
  await page.selectOption(name("/consultant/attributes/mentor"), "false");
  await page.selectOption(name("/activities/0/form"), "seminar");
  await page.fill(name("/activities/0/from"), "12.05.2028");
  await page.fill(name("/activities/0/attributes/hours"), "5");
  await page.fill(name("/activities/0/evidence/certificate"), "no. 17");
}

const heading = async (page: Page): Promise<string> => plain((await page.textContent(".verdict")) ?? "");

describeInBrowser(
  "the form under rules that ask for more",
  (browserTest) => {
    for (const language of LANGUAGES) {
      browserTest(`is sound on a phone and a desktop in ${language}`, async (open, site) => {
        const officer = await site.signedIn(OFFICER);
        for (const width of [320, 1200]) {
          const viewport = { width, height: 800 };
          await isSound(await open(`/${language}/check`, { viewport }));
          await isSound(await open(`/${language}${ENTRY}`, { ...officer, viewport }));
        }
      });

      browserTest(`is sound with a problem at every field in ${language}`, async (open) => {
        const page = await open(`/${language}/check`, { viewport: { width: 320, height: 800 } });
        await page.evaluate(openAll);
        for (const kind of ["decisions", "history"]) await page.click(`[data-add-row='${kind}']`);
        for (const input of await page.locator("form#report .row__fields input:visible").all()) await input.fill("x");
        await page.click(".report__decide button");
        await page.waitForSelector(".govuk-error-summary");
        await page.evaluate(openAll);
        expect(await page.locator(".govuk-error-message").count()).toBeGreaterThan(8);
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320);
        expect(await findViolations(page)).toEqual([]);
      });
    }

    browserTest("is filled in, added to and decided without JavaScript", async (open) => {
      const page = await open("/en/check", WITHOUT_SCRIPT);
      await page.fill(name("/reportingYear"), "2028");
      await page.fill(name("/consultant/memberSince"), "01.04.2019");
      await fillIn(page);
      await page.click("summary");
      await page.click('button[value="add-decisions"]');
      await page.selectOption(name("/decisions/0/decision"), "hardship");
      await page.fill(name("/decisions/0/decidedOn"), "01.11.2028");
      await page.click('button[value="add-history"]');
      await page.fill(name("/history/0/reportingYear"), "2027");
      await page.selectOption(name("/history/0/outcome"), "fulfilled");
      await page.fill(name("/history/0/credited"), "14");
      await page.fill(name("/history/0/carriedOut"), "1.5");
      await page.click(".report__decide button");
      expect(await heading(page)).toContain("4 of 4 points");
      expect(await page.inputValue(name("/history/0/carriedOut"))).toBe("1.5");
      expect(await page.inputValue(name("/activities/0/attributes/hours"))).toBe("5");
    });

    browserTest("comes again for a year whose rules ask for more, and says so, without JavaScript", async (open) => {
      const page = await open("/ru/check", WITHOUT_SCRIPT);
      await page.fill(name("/reportingYear"), "2024");
      await page.fill(name("/consultant/memberSince"), "01.04.2019");
      await page.fill(name("/asOf"), "01.03.2025");
      await page.click(".report__decide button");
      expect(await page.locator(name("/consultant/attributes/seniority")).count()).toBe(0);
      await page.click("#change > summary");
      await page.fill(name("/reportingYear"), "2028");
      await page.fill(name("/asOf"), "01.03.2029");
      await page.click(".report__decide button");
      expect(await page.textContent(".notice")).toContain("Правила 2028 года требуют дополнительных сведений");
      expect(await page.inputValue(name("/consultant/memberSince"))).toBe("01.04.2019");
      await page.selectOption(name("/consultant/attributes/seniority"), "junior");
      await page.click(".report__decide button");
      expect(await page.locator(".verdict").count()).toBe(1);
    });

    browserTest("is filled in by an officer with the keyboard alone, and recorded", async (open, site) => {
      const page = await open(`/en${ENTRY}`, await site.signedIn(OFFICER));
      const tabTo = async (pointer: string): Promise<void> => {
        for (let steps = 0; steps < 80; steps++) {
          await page.keyboard.press("Tab");
          if ((await page.evaluate("document.activeElement.name")) === pointer) return;
        }
        throw new Error(`Tab does not lead to ${pointer}`);
      };
      await tabTo("/consultant/attributes/seniority");
      await page.keyboard.type("junior");
      await tabTo("/consultant/attributes/licensed-on");
      await page.keyboard.type("05.06.2024");
      await tabTo("/consultant/attributes/mentor");
      await page.keyboard.type("No");
      await tabTo("/report/submittedOn");
      await page.keyboard.type("10.02.2029");
      await tabTo("/activities/0/form");
      await page.keyboard.type("Attending");
      await tabTo("/activities/0/from");
      await page.keyboard.type("12.05.2028");
      await tabTo("/activities/0/attributes/hours");
      await page.keyboard.type("5");
      await tabTo("/activities/0/evidence/certificate");
      await page.keyboard.type("no. 17");
      await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
      expect(await heading(page)).toContain("2.5 of 7 points");
      await Promise.all([page.waitForNavigation(), page.click('button[value="record"]')]);
      expect((await site.services.store.case("almaty-city/2028/c-00001"))?.state.content).toMatchObject({
        consultant: { attributes: { seniority: "junior", "licensed-on": "2024-06-05", mentor: false } },
        activities: [{ attributes: { hours: 5 }, evidence: [{ kind: "certificate", name: "no. 17" }] }],
      });
    });
  },
  startRich,
);
