import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { LANGUAGES } from "../../server/language/languages.ts";
import type { Account, Stored } from "../../server/store/records.ts";
import { accountOf, settle } from "../authorisation/people.ts";
import { findViolations } from "./axe.ts";
import { describeInBrowser } from "./in-browser.ts";
import type { Site } from "./site.ts";

const EDITOR = accountOf("the editor") as Stored<Account>;
const regime = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, "..", "regimes", name, "rule-set.json"), "utf8"));
const WIDTHS = [320, 1200];

const PAGES = ["", "/edit/forms", "/edit/forms/seminar", "/edit/exemptions/suspension", "/edit/amounts/norm", "/json"];
const MORE = ["/edit/deadlines/report", "/edit/interpretations/deadline-inclusive", "/edit/carry-over", "/edit/cycle"];
const NAMED = "/edit/activity-attributes/subject";

/** A draft of the amendment of 2028 with attributes whose values have names, and with one form that has problems. */
async function fill({ services: { store } }: Site): Promise<void> {
  if ((await store.head()).size > 0) return;
  await settle(store);
  const document = regime("kz-2028");
  document.attributes = {
    activity: [...(document.attributes?.activity ?? []), ...regime("france").attributes.activity],
  };
  document.forms[1].weight = "two";
  const state = {
    title: "2028 жылғы норма",
    status: "draft" as const,
    authors: [],
    basedOn: null,
    correction: null,
    text: JSON.stringify(document, null, 2),
    review: null,
    remarks: [],
    looked: [],
    ending: null,
  };
  const by = { account: null, name: "Qagida" };
  await store.commit({ action: "draft.save", by, records: [{ kind: "draft", id: "norm", from: 0, state }] });
}

async function isSound(page: Page): Promise<void> {
  await page.evaluate("document.fonts.ready");
  const width = page.viewportSize()?.width;
  expect(await page.evaluate("document.documentElement.scrollWidth"), page.url()).toBe(width);
  expect(await findViolations(page), page.url()).toEqual([]);
}

/** Chooses a fact: without a script its inputs come by the button beside it. */
async function choose(page: Page, name: string, value: string, hasScript: boolean): Promise<void> {
  const select = page.locator(`select[name="${name}"]`);
  if (hasScript) await Promise.all([page.waitForNavigation(), select.selectOption(value)]);
  else {
    await select.selectOption(value);
    await select.locator("xpath=..").locator("button").click();
  }
}

/** Adds the form «Legal podcast», 1 point, for activities of two days and more. */
async function addPodcast(page: Page, hasScript: boolean): Promise<void> {
  await page.fill('[name="/name/kk"]', "Заң подкасты");
  await page.fill('[name="/name/ru"]', "Правовой подкаст");
  await page.fill('[name="/name/en"]', "Legal podcast");
  await page.click('button[value="add"]');
  await choose(page, "/clauses", "6.2", hasScript);
  await page.fill('[name="/weight"]', "1");
  await choose(page, "/per:kind", "item", hasScript);
  await page.click('button[value="add-comparison /when"]');
  await choose(page, "/when/fact", "activity.days", hasScript);
  await page.selectOption('[name="/when/operator"]', "greaterThanInclusive");
  await page.fill('[name="/when/value"]', "2");
  await page.press('[name="/when/value"]', "Enter");
  await page.waitForSelector("[role='status']");
}

describeInBrowser("the editor", (browserTest) => {
  for (const language of LANGUAGES) {
    browserTest(`fits a phone and a desktop, and axe-core finds nothing, in ${language}`, async (open, site) => {
      await fill(site);
      const editor = await site.signedIn(EDITOR);
      for (const path of [
        "",
        "/new",
        ...[...PAGES, ...MORE, NAMED, "/title", "/history"].map((one) => `/norm${one}`),
      ]) {
        for (const width of WIDTHS) {
          await isSound(await open(`/${language}/workspace${path}`, { ...editor, viewport: { width, height: 800 } }));
        }
      }
    });
  }

  for (const hasScript of [true, false]) {
    browserTest(`adds a form with a condition ${hasScript ? "with" : "without"} JavaScript`, async (open, site) => {
      await fill(site);
      const reader: BrowserContextOptions = { ...(await site.signedIn(EDITOR)), javaScriptEnabled: hasScript };
      const page = await open("/en/workspace/norm/edit/forms", reader);
      await addPodcast(page, hasScript);
      const says = ((await page.textContent(".beside__aside .says")) ?? "").replaceAll("\u00a0", " ");
      expect(says).toContain("Legal podcast: 1 point");
      expect(says).toContain("at least 2");
    });
  }

  browserTest(
    "says what is wrong at its place: the summary takes the focus and leads to the field",
    async (open, site) => {
      await fill(site);
      const page = await open("/en/workspace/norm/edit/forms/seminar", await site.signedIn(EDITOR));
      expect(await page.evaluate("document.activeElement.className")).toBe("govuk-error-summary");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      expect(await page.evaluate("document.activeElement.name")).toBe("/weight");
    },
  );

  browserTest("keeps what was typed when the language changes", async (open, site) => {
    await fill(site);
    const page = await open("/en/workspace/norm/edit/amounts/norm", await site.signedIn(EDITOR));
    await page.fill('[name="/otherwise"]', "14");
    await Promise.all([page.waitForNavigation(), page.click(".languages__button >> nth=0")]);
    expect(page.url()).toContain("/kk/workspace/norm/edit/amounts/norm");
    expect(await page.inputValue('[name="/otherwise"]')).toBe("14");
  });
});
