import { expect } from "vitest";
import type { Decision, Language } from "../../engine/index.ts";
import { publishAdopted } from "../../server/adoption/published-in-store.ts";
import { LANGUAGES } from "../../server/language/languages.ts";
import type { Account, Grant, Stored } from "../../server/store/records.ts";
import { describeInBrowser, type Open } from "./in-browser.ts";
import { PageReader } from "./page-reader.ts";
import type { Site } from "./site.ts";

const account = (id: string, name: string, ...roles: Grant["role"][]): Stored<Account> => ({
  id,
  version: 1,
  state: { login: id, name, grants: roles.map((role) => ({ role })), closed: false },
});

const AUTHOR = account("author", "Гүлнар Сейітова", "editor", "member");
const MEMBERS: [Stored<Account>, Stored<Account>] = [
  account("first", "Ержан Оспанов", "member"),
  account("second", "Мария Ким", "member"),
];

/** The people of the Collegium, and the rule set that came with the program. */
async function settle({ services: { store, rules } }: Site): Promise<void> {
  const records = [AUTHOR, ...MEMBERS].map(({ id, state }) => ({ kind: "account", id, from: 0, state }) as const);
  await store.commit({ action: "store.load", by: { account: null, name: "Qagida" }, records });
  await publishAdopted(store, rules);
}

const PODCAST = { kk: "Заң подкасты", ru: "Правовой подкаст", en: "Legal podcast" };
const PODCAST_LIMIT = { kk: "Подкаст шегі", ru: "Предел по подкасту", en: "Podcast limit" };
const MEDIA_LIMIT = { kk: "БАҚ шегі", ru: "Предел по СМИ", en: "Media limit" };
const MEDIA = {
  kk: ["БАҚ-тағы мақала", "БАҚ-та сөз сөйлеу"],
  ru: ["Статья в СМИ", "Выступление в СМИ"],
  en: ["Article in the media", "Appearance in the media"],
};

const TITLE = "Podcast 2026";

/** Signs somebody in, and opens a page for them. */
type Enter = (who: Stored<Account>, path: string) => Promise<PageReader>;

const entering =
  (open: Open, site: Site, language: Language, hasScript: boolean): Enter =>
  async (who, path) => {
    const reader = { ...(await site.signedIn(who)), javaScriptEnabled: hasScript };
    return new PageReader(await open(`/${language}${path}`, reader), language, hasScript);
  };

/** The editor begins a draft from the set in force. */
async function begin(author: PageReader): Promise<void> {
  await author.follow("drafts.begin");
  await author.type("drafts.new.field.title", TITLE);
  await author.press("drafts.new.button");
}

const toDraft = ({ page }: PageReader): Promise<void> => page.getByRole("link", { name: TITLE, exact: true }).click();

async function addPodcast(author: PageReader): Promise<void> {
  await author.add("forms", PODCAST);
  await author.type("editor.clauses.other", "6.2");
  await author.type("editor.field.weight", "1");
  await author.choose("editor.field.per", "item");
  await author.save();
}

async function addLimit(
  author: PageReader,
  name: typeof PODCAST,
  forms: readonly string[],
  most: string,
): Promise<void> {
  await author.add("limits", name);
  await author.type("editor.clauses.other", "6.2");
  await author.tick(forms);
  await author.choose("editor.field.most", "number");
  await author.type("editor.field.number", most);
  await author.save();
}

/** The points that a report of a year with four podcasts is credited, by the API. */
async function creditedIn(site: Site, form: string, year: number): Promise<number> {
  const activities = ["01", "02", "03", "04"].map((month) => ({
    id: `a${month}`,
    form,
    title: "Podcast",
    organizer: "Chamber",
    from: `${year}-${month}-01`,
    to: `${year}-${month}-01`,
    evidence: [{ kind: "certificate", name: "c.pdf" }],
  }));
  const content = { reportingYear: year, consultant: { id: "c", memberSince: "2019-01-01" }, activities };
  const body = JSON.stringify({ case: content, asOf: `${year}-12-31` });
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${site.url}/api/v1/evaluate`, { method: "POST", headers, body });
  return ((await response.json()) as Decision).points.credited;
}

/** Gets to the button of approval and presses it with the keyboard alone. */
async function approveByKeyboard(member: PageReader): Promise<void> {
  const approve = member.say("review.approve");
  for (let presses = 0; presses < 60; presses++) {
    await member.page.keyboard.press("Tab");
    const focused = member.page.locator(":focus");
    if ((await focused.count()) > 0 && (await focused.textContent())?.trim() === approve) {
      await Promise.all([member.page.waitForNavigation(), member.page.keyboard.press("Enter")]);
      return;
    }
  }
  throw new Error("the keyboard does not reach the button of approval");
}

/** What the site answers to an approval that its pages do not offer. */
async function forceApproval({ page }: PageReader): Promise<number> {
  const csrf = await page.locator('input[name="csrf"]').first().inputValue();
  const hash = /[0-9a-f]{64}/.exec((await page.textContent(".hash")) ?? "")?.[0] ?? "";
  const headers = { origin: new URL(page.url()).origin };
  const form = { csrf, sha256: hash, submission: "forced" };
  const response = await page.request.post(`${page.url()}/approve`, { headers, form });
  return response.status();
}

for (const language of LANGUAGES) {
  for (const hasScript of [true, false]) {
    const how = `in ${language} ${hasScript ? "with" : "without"} JavaScript`;
    describeInBrowser(`a draft is prepared, reviewed and adopted ${how}`, (browserTest) => {
      browserTest("by people at the pages", async (open, site) => {
        await settle(site);
        const enter = entering(open, site, language, hasScript);
        const author = await enter(AUTHOR, "/workspace");
        await begin(author);
        await addPodcast(author);
        expect(await author.page.textContent(".says")).toMatch(new RegExp(`^${PODCAST[language]}: .*1\\s`));
        await toDraft(author);
        await addLimit(author, PODCAST_LIMIT, [PODCAST[language]], "3");
        await toDraft(author);
        await addLimit(author, MEDIA_LIMIT, MEDIA[language], "2");
        const says = await author.page.textContent(".says");
        for (const text of [...MEDIA[language], "2"]) expect(says).toContain(text);

        await toDraft(author);
        await author.follow("review.title");
        const review = new URL(author.page.url()).pathname.slice(3);
        expect(await author.page.locator(".parts > li[id]").count()).toBe(3);
        for (const text of [PODCAST, PODCAST_LIMIT, MEDIA_LIMIT]) await author.sees(text[language]);
        await author.sees(author.say("draft.no-findings"));
        expect(await author.page.locator('a[href$="/impact"]').count()).toBe(1);
        await author.press("review.submit");
        await author.sees(author.say("adoption.own-draft"));
        expect(await forceApproval(author)).toBe(409);

        const [first, second] = [await enter(MEMBERS[0], review), await enter(MEMBERS[1], review)];
        await first.page
          .getByRole("button", { name: first.say("review.look") })
          .first()
          .click();
        expect(new URL(first.page.url()).hash).toMatch(/^#change-/);
        await first.sees(first.say("review.looked", { count: 1 }));
        await approveByKeyboard(first);
        await first.sees(first.say("review.progress", { approvals: 1, quorum: 2 }));

        await toDraft(author);
        await author.follow("editor.section.limits");
        await author.page.getByRole("link", { name: MEDIA_LIMIT[language], exact: true }).click();
        await author.type("editor.field.number", "4");
        await author.save();
        await second.press("review.approve");
        await second.sees(second.say("adoption.not-in-review"));
        await toDraft(author);
        await author.follow("review.title");
        expect(await author.page.locator(".voices").count()).toBe(0);
        await author.press("review.submit");
        await author.sees(author.say("review.progress", { approvals: 0, quorum: 2 }));

        for (const member of [first, second]) {
          await member.page.goto(`${site.url}/${language}${review}`);
          await approveByKeyboard(member);
        }
        await second.sees(second.say("review.adopted", { year: "2026", revision: 1 }));
        expect(await creditedIn(site, "legal-podcast", 2026)).toBe(3);
        expect(await creditedIn(site, "legal-podcast", 2025)).toBe(0);

        const reader = await open(`/${language}/rules/2026`, { javaScriptEnabled: hasScript });
        expect(await reader.textContent("main")).toContain(PODCAST[language]);
        await reader.getByRole("link", { name: "2025", exact: true }).first().click();
        expect(await reader.textContent("main")).not.toContain(PODCAST[language]);
      });
    });
  }
}
