import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LANGUAGES } from "../../server/language/languages.ts";
import { startBrowser } from "./chromium.ts";
import { everyAddress } from "./every-page.ts";
import { startSite } from "./site.ts";
import { fillWholeSite } from "./whole-site.ts";

const SCREENS = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };

const nameOf = (path: string): string => path.replaceAll(/[^\w-]+/g, "_").slice(1, 80) || "home";

/** Writes a picture of every page in every language, on a phone and on a desktop, into a temporary folder. */
async function takeScreenshots(only: readonly string[]): Promise<void> {
  const folder = join(tmpdir(), "qagida-screenshots");
  mkdirSync(folder, { recursive: true });
  const site = await startSite();
  const browser = await startBrowser();
  if (!browser) return site.stop();
  const { pages } = await everyAddress(site.services, await fillWholeSite(site));
  for (const { path, who } of pages) {
    if (only.length > 0 && !only.some((part) => path.includes(part))) continue;
    for (const [device, viewport] of Object.entries(SCREENS)) {
      const context = await browser.newContext({ viewport, ...(who ? await site.signedIn(who) : {}) });
      const page = await context.newPage();
      for (const language of LANGUAGES) {
        await page.goto(`${site.url}/${language}${path}`);
        await page.evaluate("document.fonts.ready");
        await page.screenshot({ path: join(folder, `${nameOf(path)}-${language}-${device}.png`), fullPage: true });
      }
      await context.close();
    }
  }
  await browser.close();
  await site.stop();
  console.log(folder);
}

await takeScreenshots(process.argv.slice(2));
