import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, type TestContext, test } from "vitest";
import { startBrowser } from "./chromium.ts";
import { type Site, startSite } from "./site.ts";

/** Opens a page of the running application, as a reader with these settings sees it. */
export type Open = (path: string, reader?: BrowserContextOptions) => Promise<Page>;

/** Declares a test that gets pages to open, and the site that they are of; what the browser complains of fails it. */
export type BrowserTest = (name: string, body: (open: Open, site: Site) => Promise<void>) => void;

/** Waits until what asks for the focus has it: the browser gives it with the first picture, after the page is loaded. */
async function isFocused(page: Page): Promise<void> {
  if ((await page.locator("[autofocus]:visible").count()) > 0) await page.waitForSelector(":focus");
}

/** Runs tests in one browser against one running application: over an empty store, unless another is started. */
export function describeInBrowser(
  name: string,
  declare: (browserTest: BrowserTest) => void,
  start: () => Promise<Site> = startSite,
): void {
  describe(name, () => {
    let site: Site;
    let browser: Browser | null = null;

    beforeAll(async () => {
      [site, browser] = await Promise.all([start(), startBrowser()]);
    }, 120_000);

    afterAll(async () => {
      await browser?.close();
      await site.stop();
    });

    declare((testName, body) => {
      test(testName, { timeout: 120_000 }, async (context: TestContext) => {
        if (!browser) return context.skip();
        const complaints: string[] = [];
        const opened: Page[] = [];
        const open: Open = async (path, reader = {}) => {
          const page = await (browser as Browser).newPage(reader);
          opened.push(page);
          page.on("pageerror", (error) => complaints.push(error.message));
          page.on("console", (message) => {
            if (message.type() === "error" && !message.text().includes("status of 4")) complaints.push(message.text());
          });
          await page.goto(site.url + path);
          await isFocused(page);
          return page;
        };
        try {
          await body(open, site);
        } finally {
          for (const page of opened) await page.context().close();
        }
        if (complaints.length > 0) throw new Error(`the browser complains: ${complaints.join("; ")}`);
      });
    });
  });
}
