import type { Page } from "playwright-core";
import { expect } from "vitest";
import { newLink } from "../../server/accounts/links/new-link.ts";
import { LANGUAGES } from "../../server/language/languages.ts";
import type { Account, Stored } from "../../server/store/records.ts";
import { addAccount, addChamber, OTHER_PASSWORD, PASSWORD } from "../accounts/people.ts";
import { findViolations } from "./axe.ts";
import { describeInBrowser } from "./in-browser.ts";
import type { Site } from "./site.ts";

const PHONE = { viewport: { width: 320, height: 720 } };

/** The administrator and an officer, added once to the site. */
async function settle(site: Site): Promise<Stored<Account>> {
  const { services } = site;
  const there = await services.store.account("admin");
  if (there) return there;
  const place = { services, app: null as never };
  await addChamber(place);
  await addAccount(place, "daulet", [{ role: "officer", chamber: "almaty-city" }]);
  return addAccount(place, "admin", [{ role: "administrator" }]);
}

async function linkFor(site: Site, account: string): Promise<string> {
  await settle(site);
  const link = newLink("reset", account, new Date());
  const by = { account: null, name: "Qagida" };
  await site.services.store.commit({ action: "account.reset", by, records: [link.record] });
  return `/link/${link.token}`;
}

const isWide = (page: Page): Promise<boolean> =>
  page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");

async function expectGood(page: Page): Promise<void> {
  expect(await findViolations(page)).toEqual([]);
  expect(await isWide(page)).toBe(false);
}

describeInBrowser("the pages of accounts", (browserTest) => {
  for (const language of LANGUAGES) {
    browserTest(`are accessible in ${language}, on a desktop and on a phone`, async (open, site) => {
      const administrator = await site.signedIn(await settle(site));
      for (const reader of [{}, PHONE]) {
        await expectGood(await open(`/${language}/sign-in`, reader));
        await expectGood(await open(`/${language}${await linkFor(site, "daulet")}`, reader));
        for (const path of ["account", "accounts", "accounts/new", "accounts/daulet"])
          await expectGood(await open(`/${language}/${path}`, { ...administrator, ...reader }));
      }
    });

    browserTest(
      `are accessible in ${language} when something is wrong; the summary takes the focus`,
      async (open, site) => {
        const page = await open(`/${language}/sign-in`);
        await page.fill("#login", "nobody");
        await page.click(".account-form [type=submit]");
        await page.waitForSelector(".govuk-error-summary:focus");
        await expectGood(page);
        const invitation = await open(`/${language}/accounts/new`, await site.signedIn(await settle(site)));
        await invitation.click(".account-form [type=submit]");
        await invitation.waitForSelector(".govuk-error-summary");
        await expectGood(invitation);
      },
    );
  }

  browserTest("sign-in, a new password and sign-out work without JavaScript", async (open, site) => {
    const reader = { javaScriptEnabled: false };
    const page = await open(`/en${await linkFor(site, "daulet")}`, reader);
    await page.fill("#password", OTHER_PASSWORD);
    await page.click(".account-form [type=submit]");
    await page.fill("#login", "daulet");
    await page.fill("#password", OTHER_PASSWORD);
    await page.click(".account-form [type=submit]");
    await page.goto(`${site.url}/en/account`);
    await page.fill("#present", OTHER_PASSWORD);
    await page.fill("#password", PASSWORD);
    await page.click(".account-form [type=submit]");
    expect(await page.textContent("[role=status]")).toContain("The password is changed.");
    await page.click(".reader__button");
    expect(await page.textContent("[role=status]")).toContain("You have signed out.");
  });

  browserTest("a password can be pasted, shown and hidden", async (open) => {
    const page = await open("/en/sign-in");
    const typeOf = (): Promise<string> => page.evaluate("document.querySelector('#password').type");
    await page.focus("#password");
    await page.keyboard.insertText(PASSWORD);
    expect(await page.inputValue("#password")).toBe(PASSWORD);
    await page.click("button[aria-label='Show: Password']");
    expect(await typeOf()).toBe("text");
    await expectGood(page);
    await page.click("button[aria-label='Hide: Password']");
    expect(await typeOf()).toBe("password");
  });
});
