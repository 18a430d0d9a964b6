import type { BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { LANGUAGES } from "../../server/language/languages.ts";
import { settleChamber } from "../chamber/chamber-country.ts";
import { AUDITOR, CONSULTANT, OFFICER } from "../chamber/chamber-site.ts";
import { findViolations } from "./axe.ts";
import { describeInBrowser, type Open } from "./in-browser.ts";
import type { Site } from "./site.ts";

const WIDTHS = [320, 1200];
const YEAR = "/chambers/almaty-city/2024";
const FILE = [
  "consultant;submitted_on;form;title;organizer;from;to;evidence",
  "c-20051;10.02.2025;seminar;Семинар;Палата;01.05.2024;;сертификат",
  "c-00001;10.02.2025;seminar;Семинар;Палата;01.05.2024;;сертификат",
  "c-99999;10.02.2025;seminar;Семинар;Палата;31.02.2024;;сертификат",
].join("\r\n");

async function fill({ services }: Site): Promise<void> {
  if ((await services.store.head()).size === 0) await settleChamber(services);
}

/** The page fits its width, with everything open, and axe-core finds nothing. */
async function isSound(page: Page): Promise<void> {
  await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
  const width = page.viewportSize()?.width;
  expect(await page.evaluate("document.documentElement.scrollWidth"), page.url()).toBe(width);
  expect(await findViolations(page), page.url()).toEqual([]);
}

async function enter(page: Page, title: string): Promise<void> {
  await page.fill('[name="/report/submittedOn"]', "10.02.2025");
  await page.selectOption('[name="/activities/0/form"]', "seminar");
  await page.fill('[name="/activities/0/title"]', title);
  await page.fill('[name="/activities/0/from"]', "01.04.2024");
  await page.fill('[name="/activities/0/evidence"]', "сертификат № 1");
  await page.press('[name="/activities/0/title"]', "Enter");
  await page.waitForSelector(".verdict");
}

describeInBrowser("the pages of a chamber", (browserTest) => {
  for (const language of LANGUAGES) {
    browserTest(`fit a phone and a desktop, and axe-core finds nothing, in ${language}`, async (open, site) => {
      await fill(site);
      const officer = await site.signedIn(OFFICER);
      const pages = [
        "",
        "?outcome=unfulfilled&sort=-points&page=2",
        "?q=nobody",
        "/new",
        "/new?consultant=c-00003",
        "/c-00002",
      ];
      for (const path of [...pages, "/c-00002/decisions/1", "/c-00002/correct", "/upload"]) {
        for (const width of WIDTHS) {
          await isSound(await open(`/${language}${YEAR}${path}`, { ...officer, viewport: { width, height: 800 } }));
        }
      }
      const phone = { viewport: { width: 320, height: 800 } };
      await isSound(await open(`/${language}/chambers`, { ...(await site.signedIn(AUDITOR)), ...phone }));
      await isSound(await open(`/${language}/my-years`, { ...(await site.signedIn(CONSULTANT)), ...phone }));
    });

    browserTest(
      `are sound with a decision to record, errors, a conflict and a checked file, in ${language}`,
      async (open, site) => {
        await fill(site);
        const consultant = { kk: "c-20060", ru: "c-20061", en: "c-20062" }[language];
        const reader = { ...(await site.signedIn(OFFICER)), viewport: { width: 320, height: 800 } };
        await recordAgainst(open, reader, `/${language}${YEAR}/new?consultant=${consultant}`);
        const upload = await open(`/${language}${YEAR}/upload`, reader);
        await upload.click(".report__decide button");
        await upload.waitForSelector(".govuk-error-summary");
        await isSound(upload);
        await upload.setInputFiles("#file", { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) });
        await upload.click(".report__decide button");
        await upload.waitForSelector(".record");
        await isSound(upload);
      },
    );
  }

  /** Two officers enter the same case: the second one sees the conflict, and goes on from there. */
  async function recordAgainst(open: Open, reader: BrowserContextOptions, address: string): Promise<void> {
    const [first, second] = [await open(address, reader), await open(address, reader)];
    await enter(first, "One");
    await isSound(first);
    await enter(second, "Another");
    await first.click(".record button");
    await first.waitForSelector(".recorded");
    await isSound(first);
    await second.click(".record button");
    await second.waitForSelector(".conflict");
    await isSound(second);
    await second.click(".record button");
    await second.waitForSelector(".govuk-error-summary");
    await isSound(second);
    await second.fill("#reason", "A reason");
    await second.click(".record button");
    await second.waitForSelector(".recorded");
  }

  browserTest("record a case without a script and by the keyboard alone", async (open, site) => {
    await fill(site);
    const page = await open(`/en${YEAR}/new`, { ...(await site.signedIn(OFFICER)), javaScriptEnabled: false });
    expect(await page.evaluate("document.activeElement.id")).toBe("q");
    await page.keyboard.type("Консультант 0070");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=/);
    await page.focus(".chambers a");
    await page.keyboard.press("Enter");
    await page.waitForURL(/consultant=c-20070/);
    await enter(page, "Tax disputes");
    await page.focus(".record button");
    await page.keyboard.press("Enter");
    await page.waitForURL(/decisions\/1$/);
    expect(await page.textContent(".recorded")).toContain("Gulnar Officer");
  });

  browserTest(
    "enter a consultant into the register: a leave is a row more, and the key Enter saves",
    async (open, site) => {
      await fill(site);
      const page = await open("/en/chambers/almaty-city/consultants", await site.signedIn(OFFICER));
      await page.getByRole("link", { name: "Enter a consultant" }).click();
      await page.fill('[name="/consultant/id"]', "c-30000");
      await page.fill('[name="/consultant/memberSince"]', "01.04.2019");
      await page.click('button[value="add-absences"]');
      await page.selectOption('[data-rows="absences"] [name$="/kind"]', "childcare-leave");
      await page.fill('[data-rows="absences"] [name$="/from"]', "01.02.2023");
      await page.click(".languages button[lang=kk]");
      await page.waitForURL(/\/kk\//);
      await page.fill('[name="/name"]', "Дана Әлиева");
      await page.keyboard.press("Enter");
      await page.waitForURL(/done=added/);
      await isSound(page);
      expect(await page.textContent(".chambers li")).toContain("Дана Әлиева");
      await page.click(".chambers a");
      expect(await page.inputValue('[name="/absences/0/from"]')).toBe("01.02.2023");
      await isSound(page);
    },
  );

  browserTest("keep what was typed when the language changes", async (open, site) => {
    await fill(site);
    const page = await open(`/en${YEAR}/new?consultant=c-20071`, await site.signedIn(OFFICER));
    await page.fill('[name="/activities/0/title"]', "Tax disputes");
    await page.click(".languages button[lang=ru]");
    await page.waitForURL(/\/ru\//);
    expect(await page.inputValue('[name="/activities/0/title"]')).toBe("Tax disputes");
  });

  browserTest("print the list and a decision without what cannot be pressed on paper", async (open, site) => {
    await fill(site);
    const officer = await site.signedIn(OFFICER);
    const list = await open(`/ru${YEAR}`, officer);
    await list.emulateMedia({ media: "print" });
    expect(await list.isVisible(".filter")).toBe(false);
    expect(await list.isVisible(".ledger--year")).toBe(true);
    const decision = await open(`/ru${YEAR}/c-00002/decisions/1`, officer);
    await decision.emulateMedia({ media: "print" });
    expect(await decision.isVisible(".print-only .law__clause >> nth=0")).toBe(true);
    expect(await decision.textContent(".printed")).toMatch(/sha-256 [0-9a-f]{64}$/);
  });
});
