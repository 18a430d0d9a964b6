import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LANGUAGES } from "../../server/language/languages.ts";
import { startBrowser } from "./chromium.ts";
import { PAGES } from "./pages.ts";
import { startSite } from "./site.ts";

const WIDTHS = { phone: 390, desktop: 1200 };

/** Writes a picture of every page in every language, on a phone and on a desktop, into a temporary folder. */
async function takeScreenshots(only: readonly string[]): Promise<void> {
  const folder = join(tmpdir(), "qagida-screenshots");
  mkdirSync(folder, { recursive: true });
  const site = await startSite();
  const browser = await startBrowser();
  if (!browser) return site.stop();
  for (const [device, width] of Object.entries(WIDTHS)) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    for (const language of LANGUAGES) {
      for (const [name, path] of Object.entries(PAGES)) {
        const file = `${name}-${language}-${device}.png`;
        if (only.length > 0 && !only.some((part) => file.includes(part))) continue;
        await page.goto(`${site.url}/${language}${path}`);
        await page.evaluate("document.fonts.ready");
        await page.screenshot({ path: join(folder, file), fullPage: true });
      }
    }
    await page.close();
  }
  await browser.close();
  await site.stop();
  console.log(folder);
}

await takeScreenshots(process.argv.slice(2));
