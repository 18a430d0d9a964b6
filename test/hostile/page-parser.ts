import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";

export interface Control {
  name: string;
  id: string;
  type: string;
  value: string;
  checked: boolean;
  /** The values of a select. */
  options: string[];
}

/** A form of a page with what belongs to it, be it within the form or elsewhere on the page. */
export interface PageForm {
  action: string;
  method: string;
  isUpload: boolean;
  controls: Control[];
  buttons: { name: string; value: string }[];
}

/** A page as the browser's parser reads it. */
export interface ParsedPage {
  language: string;
  heading: string;
  /** What is alive in it and was not written by us. */
  live: string[];
  /** The texts in which the payload could reorder what stands behind it. */
  loose: string[];
  forms: PageForm[];
  /** The ids of the fields that the summary of errors leads to. */
  errors: string[];
  links: string[];
}

const SCRIPT = readFileSync(join(import.meta.dirname, "read-page.js"), "utf8");

export type ParsePage = (html: string, notClosed: string) => Promise<ParsedPage>;

/** Reads pages with the parser of a real browser, which runs nothing of them. */
export async function pageParser(browser: Browser): Promise<ParsePage> {
  const page = await browser.newPage();
  await page.evaluate(SCRIPT);
  return (html, notClosed) =>
    page.evaluate(`readPage(${JSON.stringify(html).replaceAll("\u2028", "\\u2028")}, ${JSON.stringify(notClosed)})`);
}
