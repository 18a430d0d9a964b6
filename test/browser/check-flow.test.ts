import type { Page } from "playwright-core";
import { expect } from "vitest";
import { plain } from "../server/site.ts";
import { describeInBrowser } from "./in-browser.ts";

const WITHOUT_SCRIPT = { javaScriptEnabled: false };

const name = (pointer: string): string => `[name="${pointer}"]`;
const heading = async (page: Page): Promise<string> => plain((await page.textContent("h1")) ?? "");
const focusedName = (page: Page): Promise<string> => page.evaluate("document.activeElement.name ?? ''");
const focusedId = (page: Page): Promise<string> => page.evaluate("document.activeElement.id");

async function fillIn(page: Page): Promise<void> {
  await page.fill(name("/reportingYear"), "2024");
  await page.fill(name("/consultant/memberSince"), "01.04.2019");
  await page.fill(name("/asOf"), "01.03.2025");
  await page.fill(name("/report/submittedOn"), "10.02.2025");
  await page.selectOption(name("/activities/0/form"), "degree");
  await page.fill(name("/activities/0/title"), "PhD");
  await page.fill(name("/activities/0/from"), "20.06.2024");
  await page.fill(name("/activities/0/evidence"), "diploma");
}

describeInBrowser("a report is checked without JavaScript", (browserTest) => {
  browserTest("rows are added and removed, and the decision comes", async (open) => {
    const page = await open("/en/check", WITHOUT_SCRIPT);
    await fillIn(page);
    await page.click('button[value="add-activities"]');
    expect(await page.inputValue(name("/activities/0/title"))).toBe("PhD");
    await page.selectOption(name("/activities/1/form"), "seminar");
    await page.click('button[value="add-activities"]');
    await page.selectOption(name("/activities/2/form"), "course");
    await page.fill(name("/activities/2/from"), "4.10.2024");
    await page.fill(name("/activities/2/evidence"), "certificate 17");
    await page.click('button[value="remove-activities-1"]');
    expect(await page.inputValue(name("/activities/1/form"))).toBe("course");
    await page.click(".report__decide button");
    expect(await heading(page)).toContain("8 of 10");
    expect(await page.locator(".ledger tbody tr").count()).toBe(2);
  });

  browserTest("an error is said at its place, and the report goes on from there", async (open) => {
    const page = await open("/ru/check", WITHOUT_SCRIPT);
    await fillIn(page);
    await page.fill(name("/activities/0/from"), "31.02.2024");
    await page.click(".report__decide button");
    await page.click(".govuk-error-summary a");
    expect(new URL(page.url()).hash).toBe("#activities-0-from");
    await page.fill(name("/activities/0/from"), "20.06.2024");
    await page.click(".report__decide button");
    expect(await heading(page)).toContain("Выносится предупреждение");
  });

  browserTest("the language changes without losing what was typed, and the decision stays one", async (open) => {
    const page = await open("/en/check", WITHOUT_SCRIPT);
    await fillIn(page);
    await page.click(".languages__button >> nth=0");
    expect(page.url()).toContain("/kk/check");
    expect(await page.inputValue(name("/activities/0/title"))).toBe("PhD");
    await page.click(".report__decide button");
    await page.click(".languages__button >> nth=0");
    expect(page.url()).toContain("/ru/check");
    expect(await heading(page)).toContain("6 из 10");
  });

  browserTest("a clause is a page of its own", async (open) => {
    const page = await open("/en/check?rules=2022&example=eight-points-warning-due", WITHOUT_SCRIPT);
    await page.click(".verdict .clause-chip >> nth=0");
    expect(page.url()).toContain("/en/rules/2024/clauses/9.1");
    expect(await heading(page)).toContain("9.1");
  });
});

describeInBrowser("a report is checked with JavaScript", (browserTest) => {
  browserTest("rows come and go without a new page, and the focus goes along", async (open) => {
    const page = await open("/en/check");
    await page.evaluate("window.samePage = true");
    await page.click('button[value="add-activities"]');
    expect(await focusedId(page)).toMatch(/^activities-\d+-form$/);
    expect(await page.locator("[data-rows='activities'] [data-row]").count()).toBe(2);
    await page.click("[data-rows='activities'] [data-remove-row] >> nth=1");
    expect(await page.locator("[data-rows='activities'] [data-row]").count()).toBe(1);
    expect(await page.evaluate("document.activeElement.dataset.addRow")).toBe("activities");
    expect(await page.evaluate("window.samePage")).toBe(true);
  });

  browserTest("an activity that is not on the list shows the fields that it needs", async (open) => {
    const page = await open("/kk/check");
    expect(await page.isVisible(name("/activities/0/formName"))).toBe(false);
    await page.selectOption(name("/activities/0/form"), "unlisted");
    expect(await page.isVisible(name("/activities/0/formName"))).toBe(true);
  });

  browserTest("a row that was added is decided with the others", async (open) => {
    const page = await open("/en/check");
    await fillIn(page);
    await page.click('button[value="add-activities"]');
    const added = page.locator("[data-rows='activities'] [data-row]").nth(1);
    await added.locator("select").first().selectOption("monograph");
    await added.locator('[name$="/from"]').fill("01.09.2024");
    await added.locator('[name$="/evidence"]').fill("book");
    await page.click(".report__decide button");
    expect(await heading(page)).toContain("11 points");
  });
});

/** Goes on with Tab until the field or button is reached. */
async function tabTo(page: Page, reached: (focused: string) => boolean, what: string): Promise<void> {
  for (let steps = 0; steps < 120; steps++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate<string>(
      "document.activeElement.name + ' ' + (document.activeElement.value ?? '')",
    );
    if (reached(focused)) return;
  }
  throw new Error(`Tab does not lead to ${what}`);
}

const tabToField = (page: Page, pointer: string): Promise<void> =>
  tabTo(page, (focused) => focused.startsWith(`${pointer} `), pointer);

describeInBrowser("a report is checked with the keyboard alone", (browserTest) => {
  browserTest("from the skip link to the decision and a clause", async (open) => {
    const page = await open("/en/check");
    await page.keyboard.press("Tab");
    expect(await page.textContent(":focus")).toBe("Skip to the main content");
    await page.keyboard.press("Enter");
    await tabToField(page, "/reportingYear");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("2024");
    await tabToField(page, "/consultant/memberSince");
    await page.keyboard.type("01042019");
    await tabToField(page, "/asOf");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("01.03.2025");
    await tabToField(page, "/report/submittedOn");
    await page.keyboard.type("10.02.2025");
    await tabToField(page, "/activities/0/form");
    await page.keyboard.type("Award");
    await tabToField(page, "/activities/0/from");
    await page.keyboard.type("20.06.2024");
    await tabToField(page, "/activities/0/evidence");
    await page.keyboard.type("diploma");
    await tabTo(page, (focused) => focused === "do add-activities", "the button that adds an activity");
    await page.keyboard.press("Space");
    expect(await focusedName(page)).toMatch(/^\/activities\/\d+\/form$/);
    await page.keyboard.type("Teaching");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type("05.05.2024");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    expect(await heading(page)).toContain("6 of 10 points");

    await tabTo(page, () => true, "a link");
    for (let steps = 0; steps < 30 && !(await page.evaluate("'clause' in document.activeElement.dataset")); steps++) {
      await page.keyboard.press("Tab");
    }
    const chip = await page.textContent(":focus");
    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog[open]");
    expect(await page.textContent("dialog h1")).toContain(chip ?? "");
    await page.keyboard.press("Escape");
    await page.waitForSelector("dialog:not([open])", { state: "attached" });
    expect(await page.textContent(":focus")).toBe(chip);
  });

  browserTest("an error summary takes the focus, and leads to the field", async (open) => {
    const page = await open("/en/check");
    await page.focus(name("/consultant/memberSince"));
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    await page.waitForSelector(".govuk-error-summary:focus");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await focusedName(page)).toBe("/consultant/memberSince");
  });
});
