import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile, parseRuleSet } from "../../engine/index.ts";
import { LANGUAGES } from "../../server/language/languages.ts";
import { messages } from "../../server/language/messages.ts";
import type { CaseRecord } from "../../server/store/records.ts";
import { recordsOf } from "../../server/store/records-of.ts";
import { changed } from "../adoption/drafts.ts";
import type { Visitor } from "../server/visitor.ts";
import { type CountrySite, createCountrySite } from "./country-site.ts";
import { damageFile } from "./damaged-country.ts";

/** More points are needed, talks are no form any more, and the warning is called otherwise. */
const DRAFT = changed((set) => {
  set.amounts.find(({ id }: { id: string }) => id === "norm").value = 12;
  set.forms = set.forms.filter(({ id }: { id: string }) => id !== "talk");
  set.sanctions.find(({ id }: { id: string }) => id === "warning").id = "caution";
  set.interpretations = [];
  set.examples = [];
});

const PAGE = "workspace/twelve/impact";

let site: CountrySite;
let member: Visitor;
/** The recorded cases whose outcome changes, by an independent count; null where the draft refuses one. */
let after: Map<string, string | null>;
let decided: CaseRecord[];

function outcomeAnew(other: ReturnType<typeof compile>, { content, latest }: CaseRecord): string | null {
  try {
    return other.decide(content, { asOf: latest?.asOf ?? "" }).outcome;
  } catch {
    return null;
  }
}

beforeAll(async () => {
  site = await createCountrySite();
  await site.keepDraft("twelve", DRAFT);
  member = await site.as("member");
  const other = compile(parseRuleSet(DRAFT));
  decided = [];
  for await (const { kind, state } of recordsOf(site.services.store))
    if (kind === "case" && (state as CaseRecord).latest) decided.push(state as CaseRecord);
  const outcomes = decided.map((one) => [one.consultant + one.reportingYear, outcomeAnew(other, one)] as const);
  after = new Map(outcomes);
}, 120_000);
afterAll(() => site.services.store.close());

const flips = (): CaseRecord[] =>
  decided.filter((one) => after.get(one.consultant + one.reportingYear) !== one.latest?.outcome);
const refused = (): number => [...after.values()].filter((outcome) => outcome === null).length;

/** Asks until the replay has come to its end. */
async function answered(path: string): Promise<{ status: number; text: string }> {
  for (;;) {
    const { status, text, headers } = await member.get(path);
    if (!headers.refresh) return { status, text };
  }
}

async function whole(path: string): Promise<string> {
  const { status, text } = await answered(path);
  expect(status).toBe(200);
  return text;
}

describe("the impact of a draft", () => {
  it("is told in a sentence, by the figures of an independent count", async () => {
    const text = await whole(`/en/${PAGE}`);
    expect(flips().length - refused()).toBeGreaterThan(20);
    expect(refused()).toBeGreaterThan(0);
    expect(text).toContain(
      `<h1>Of ${decided.length} decided reports, ${flips().length - refused()} would come to another outcome.`,
    );
    expect(text).toContain(`${refused()} reports would be refused`);
  });

  it("has every person whose outcome changes in its files, and nobody else", async () => {
    const { text } = await member.get(`/en/${PAGE}/export.csv`).expect(200);
    const [, ...rows] = parse(text, { bom: true }) as string[][];
    expect(rows.map(([id, , , year]) => `${id}${year}`).sort()).toEqual(
      flips()
        .map((one) => one.consultant + one.reportingYear)
        .sort(),
    );
    const xlsx = await member.get(`/kk/${PAGE}/export.xlsx`).expect(200);
    expect(xlsx.headers["content-disposition"]).toContain("impact.xlsx");
  });

  it("is asked for some years and chambers only", async () => {
    const text = await whole(`/en/${PAGE}?year=2023&chamber=almaty-city`);
    const some = decided.filter((one) => one.reportingYear === 2023 && one.chamber === "almaty-city");
    expect(text).toContain(`<h1>Of ${some.length} decided reports`);
  });

  it.each(LANGUAGES)("opens both decisions side by side in %s, the differences marked", async (language) => {
    const one = flips().find((each) => after.get(each.consultant + each.reportingYear) === "unfulfilled") as CaseRecord;
    const path = `/${language}/${PAGE}/${one.chamber}/${one.reportingYear}/${one.consultant}`;
    const { text } = await member.get(path).expect(200);
    expect(text).toContain("<del>10</del>");
    expect(text).toContain("<ins>12</ins>");
    expect(text.match(/<mark>/g)?.length).toBeGreaterThan(0);
  });

  it("says why a draft refuses a case", async () => {
    const one = flips().find((each) => after.get(each.consultant + each.reportingYear) === null) as CaseRecord;
    const { text } = await member.get(`/en/${PAGE}/${one.chamber}/${one.reportingYear}/${one.consultant}`).expect(200);
    expect(text).toContain("sanction &quot;warning&quot;");
  });

  it("is stopped by whoever looks at it, and begun anew", async () => {
    const stopped = await member.post(`/en/${PAGE}/stop?year=2022`, {}, `/en/${PAGE}`);
    expect(stopped.headers.location).toBe(`/en/${PAGE}?year=2022`);
    const begun = await member.post(`/en/${PAGE}/again?year=2022`, {}, `/en/${PAGE}`);
    expect(begun.status).toBe(303);
  });

  it("is the member's, the editor's and the auditor's, not the officer's", async () => {
    await (await site.as("editor")).get(`/en/${PAGE}`).expect(200);
    await (await site.as("officer")).get(`/en/${PAGE}`).expect(403);
  });

  it("is unknown for a draft that is not whole, and for a case that is not there", async () => {
    await site.keepDraft("broken", "{}");
    await member.get("/en/workspace/broken/impact").expect(404);
    await member.get(`/en/${PAGE}/almaty-city/2023/c-99999`).expect(404);
  });

  it("ends in a page that says so where a file of the store is damaged, and comes again when it is mended", async () => {
    const damaged = `${PAGE}?chamber=astana&year=2024`;
    const mend = await damageFile(site.folder, "astana", 2024);
    for (const language of LANGUAGES) {
      const { status, text } = await answered(`/${language}/${damaged}`);
      expect(status).toBe(500);
      expect(text).toContain(`<h1>${messages(language)("error.broken-off.title")}</h1>`);
      expect(text).toContain("qagida store check");
    }
    await mend();
    const some = decided.filter((one) => one.reportingYear === 2024 && one.chamber === "astana");
    expect(await whole(`/en/${damaged}`)).toContain(`<h1>Of ${some.length} decided reports`);
  });

  it("touches nothing that is recorded", async () => {
    const before = await site.services.store.head();
    await whole(`/ru/${PAGE}?year=2024`);
    expect(await site.services.store.head()).toEqual(before);
  });
});
