import type { Browser } from "playwright-core";
import type { Response } from "supertest";
import { createApp } from "../../server/app.ts";
import { caseId } from "../../server/recording/ids.ts";
import type { Services } from "../../server/services.ts";
import type { RecordChange } from "../../server/store/change.ts";
import type { Account, Stored } from "../../server/store/records.ts";
import { changed, draftOf } from "../adoption/drafts.ts";
import { startBrowser } from "../browser/chromium.ts";
import { everyAddress, type PageToSee } from "../browser/every-page.ts";
import { EDITOR, MEMBER } from "../browser/reviewed-drafts.ts";
import { type Site, startSite } from "../browser/site.ts";
import { fillWholeSite } from "../browser/whole-site.ts";
import { OFFICER, SYSTEM } from "../chamber/chamber-site.ts";
import { EVERYTHING } from "../language/everything.ts";
import { signIn, type Visitor, visit } from "../server/visitor.ts";
import { type ParsedPage, pageParser } from "./page-parser.ts";
import { HOSTILE, NOT_CLOSED } from "./payload.ts";

/** The whole site with hostile names in it, and somebody who goes through it. */
export interface HostileSite {
  site: Site;
  browser: Browser;
  pages: PageToSee[];
  files: PageToSee[];
  as(who: Stored<Account> | null): Promise<Visitor>;
  parse(html: string): Promise<ParsedPage>;
  close(): Promise<void>;
}

const named = { kk: HOSTILE, ru: HOSTILE, en: HOSTILE };

/** A draft that changes every outcome, and calls everything that counts by a hostile name. */
const STRICTER = changed((set) => {
  set.amounts.find(({ id }: { id: string }) => id === "norm").value = 11;
  for (const form of set.forms) form.name = named;
  for (const sanction of set.sanctions) sanction.name = named;
  set.examples = [];
});

/** Gives people, a chamber and consultants names that no form of the site could have given them. */
async function renameAll({ services: { store } }: Site): Promise<void> {
  const records: RecordChange[] = [];
  for (const { id } of [OFFICER, EDITOR, MEMBER]) {
    const { state, version } = (await store.account(id)) as Stored<Account>;
    records.push({ kind: "account", id, from: version, state: { ...state, name: HOSTILE } });
  }
  for (const id of ["c-00001", "c-00002", "c-00003", "c-20001"]) {
    const found = await store.consultant(id);
    if (found) records.push({ kind: "consultant", id, from: found.version, state: { ...found.state, name: HOSTILE } });
    const kept = await store.case(caseId("almaty-city", 2024, id));
    if (kept) {
      const state = { ...kept.state, consultantName: HOSTILE };
      records.push({ kind: "case", id: kept.id, from: kept.version, state });
    }
  }
  const chamber = await store.chamber("almaty-city");
  if (chamber)
    records.push({ kind: "chamber", id: chamber.id, from: chamber.version, state: { ...chamber.state, name: named } });
  const text = `${JSON.stringify(EVERYTHING, null, 2)}\n`;
  const draft = draftOf(text, { title: HOSTILE, authors: [{ account: EDITOR.id, name: HOSTILE }] });
  records.push({ kind: "draft", id: "everything", from: 0, state: draft });
  records.push({ kind: "draft", id: "named", from: 0, state: draftOf(STRICTER, { title: HOSTILE }) });
  await store.commit({ action: "store.load", by: SYSTEM, records });
}

/** The pages of each part of the draft that holds everything, which its sections lead to. */
async function partsOf(visitor: Visitor, parse: HostileSite["parse"], pages: PageToSee[]): Promise<PageToSee[]> {
  const found = new Set<string>();
  for (const { path } of pages.filter(({ route }) => route === "/workspace/:draft/edit/:section")) {
    const { text } = await visitor.get(`/en${path}`);
    for (const link of (await parse(text)).links)
      if (/^\/en\/workspace\/everything\/edit\/[\w-]+\/./.test(link)) found.add(link);
  }
  return [...found].map((link) => ({ route: "part", path: link.slice("/en".length), who: EDITOR }));
}

const reviewedBy = (pages: PageToSee[], who: Stored<Account>): PageToSee[] =>
  pages.filter(({ route }) => route === "/workspace/:draft/review").map((page) => ({ ...page, who }));

/** Opens the whole site, with every page of it; null where there is no browser. */
export async function openHostileSite(given: Partial<Services> = {}): Promise<HostileSite | null> {
  const browser = await startBrowser();
  if (!browser) return null;
  const site = await startSite(given);
  const { services } = site;
  const app = createApp(services);
  const visitors = new Map<string, Visitor>();
  const as = async (who: Stored<Account> | null): Promise<Visitor> => {
    const id = who?.id ?? "nobody";
    const found = visitors.get(id) ?? (who ? await signIn(app, services, who) : visit(app));
    visitors.set(id, found);
    return found;
  };
  const parser = await pageParser(browser);
  const parse = (html: string): Promise<ParsedPage> => parser(html, NOT_CLOSED);
  const filled = await fillWholeSite(site);
  await renameAll(site);
  const { pages, files } = await everyAddress(services, filled, { draft: "everything", set: "named" });
  const parts = await partsOf(await as(EDITOR), parse, pages);
  return {
    site,
    browser,
    pages: [...pages, ...parts, ...reviewedBy(pages, MEMBER)],
    files,
    as,
    parse,
    close: async () => {
      await browser.close();
      await site.stop();
    },
  };
}

/** What is wrong with an answer: nothing may come alive, turn what stands around it, or fail. */
export async function wrongWith(
  { parse }: HostileSite,
  place: string,
  { status, text, headers }: Response,
): Promise<string[]> {
  if (status >= 500) return [`${place}: ${status}`];
  if (!headers["content-type"]?.startsWith("text/html")) return [];
  const { live, loose, heading } = await parse(text);
  return [
    ...live.map((part) => `${place} holds ${part}`),
    ...loose.map((part) => `${place} may turn ${JSON.stringify(part)}`),
    ...(heading === "" ? [`${place} has no heading (${status})`] : []),
  ];
}
