import { expect } from "vitest";
import { LANGUAGES } from "../../server/language/languages.ts";
import type { Account, Stored } from "../../server/store/records.ts";
import { findViolations } from "./axe.ts";
import { describeInBrowser } from "./in-browser.ts";

/** Somebody who holds every role, and whose name is as long as names get: the head of the page is at its fullest. */
const EVERYTHING: Stored<Account> = {
  id: "everything",
  version: 1,
  state: {
    login: "everything",
    name: "Әбдіжәмілқызы-Құлмұхаммедова Ғазизагүлжанат Серікболсынқызы",
    grants: [
      { role: "officer", chamber: "almaty-city" },
      { role: "consultant", consultant: "c-00001" },
      { role: "auditor" },
      { role: "administrator" },
    ],
    closed: false,
  },
};

const WIDTHS = [320, 390, 800, 1200];

describeInBrowser("the head of a page, for somebody who is signed in and holds every role", (browserTest) => {
  browserTest("fits every width, and axe-core finds nothing", async (open, site) => {
    const { id, state } = EVERYTHING;
    const records = [{ kind: "account", id, from: 0, state }] as const;
    await site.services.store.commit({ action: "store.load", by: { account: null, name: "Qagida" }, records });
    for (const language of LANGUAGES) {
      for (const width of WIDTHS) {
        const reader = { ...(await site.signedIn(EVERYTHING)), viewport: { width, height: 800 } };
        const page = await open(`/${language}/check`, reader);
        expect({ language, width: await page.evaluate("document.documentElement.scrollWidth") }).toEqual({
          language,
          width,
        });
        expect(await findViolations(page)).toEqual([]);
      }
    }
  });

  browserTest("is not printed", async (open, site) => {
    const page = await open("/kk/", await site.signedIn(EVERYTHING));
    expect(await page.isVisible(".reader")).toBe(true);
    await page.emulateMedia({ media: "print" });
    expect(await page.isVisible(".reader")).toBe(false);
  });

  browserTest("lets them out with one press, without a script, and then nobody is signed in", async (open, site) => {
    const page = await open("/en/", { ...(await site.signedIn(EVERYTHING)), javaScriptEnabled: false });
    await page.press(".reader__button", "Enter");
    await page.waitForURL(/\/en\/sign-in/);
    await page.goto(`${site.url}/en/chambers`);
    expect(page.url()).toContain("/en/sign-in?next=%2Fen%2Fchambers");
    expect(await page.isVisible(".reader__button")).toBe(false);
  });
});
