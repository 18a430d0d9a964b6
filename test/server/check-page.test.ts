import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import request from "supertest";
import { describe, expect, it } from "vitest";
import { parseCase } from "../../engine/index.ts";
import { LANGUAGES } from "../../server/language/languages.ts";
import { PROJECT_ROOT } from "../../server/project-root.ts";
import { readRuleBook } from "../../server/published-rules.ts";
import { decideReport } from "../../server/report-check/decide-report.ts";
import { reportOfCase } from "../../server/report-check/report-of-case.ts";
import { createSite, plain, TODAY } from "./site.ts";

const site = await createSite();
const book = readRuleBook(join(PROJECT_ROOT, "rules"));

const post = (fields: Record<string, string>, language = "en") =>
  request(site).post(`/${language}/check`).type("form").send(fields);

const REPORT = {
  "/reportingYear": "2024",
  "/asOf": "01.03.2025",
  "/consultant/memberSince": "01.04.2019",
  "/report/submittedOn": "15.02.2025",
  "/activities/0/form": "degree",
  "/activities/0/title": "PhD",
  "/activities/0/from": "20.06.2024",
  "/activities/0/evidence": "diploma",
};

describe("a report that is checked", () => {
  it("is answered with the decision, in the reader's words", async () => {
    const { status, text } = await post({ ...REPORT, do: "decide" });
    expect(status).toBe(200);
    expect(plain(text)).toContain("6 of 10 points. A warning is due.");
    expect(plain(text)).toContain("4 points are missing");
  });

  it.each([
    ["kk", "10 балдан 6 балл жиналды. Ескерту (жаза) жасалуға тиіс."],
    ["ru", "6 из 10 баллов. Выносится предупреждение."],
  ])("speaks %s", async (language, sentence) => {
    expect(plain((await post({ ...REPORT, do: "decide" }, language)).text)).toContain(sentence);
  });

  it.each(["20.06.2024", "20062024", "2024-06-20", "20/06/2024", "20 06 2024"])("reads the day %s", async (day) => {
    const { text } = await post({ ...REPORT, "/activities/0/from": day, do: "decide" });
    expect(plain(text)).toContain("20 June 2024");
  });

  it("is sent back whole where something is wrong, each error at its field and in the summary", async () => {
    const { status, text } = await post({ ...REPORT, "/activities/0/from": "31.02.2024", "/reportingYear": "" });
    expect(status).toBe(422);
    expect(text).toContain('<a href="#activities-0-from">Activity 1, First day: This is not a day');
    expect(text).toContain('<a href="#reportingYear">Reporting year: Fill this in.</a>');
    expect(text).toMatch(/id="activities-0-from"[^>]*value="31\.02\.2024"[^>]*aria-invalid="true"/);
    expect(text).toContain('value="diploma"');
    expect(text).toContain("<title>Error: ");
  });

  it("of a year without rules says so at the year", async () => {
    const { status, text } = await post({ ...REPORT, "/reportingYear": "2020", do: "decide" });
    expect(status).toBe(422);
    expect(text).toContain('<a href="#reportingYear">Reporting year: There are no rules for 2020.');
  });

  it("shows hostile text as text", async () => {
    const hostile = `"><script>alert(1)</script>{{7}}\${7}<img src=x onerror=alert(1)>`;
    for (const fields of [{ "/activities/0/title": hostile }, { "/activities/0/from": hostile }]) {
      const { text } = await post({ ...REPORT, ...fields, do: "decide" });
      expect(text).not.toContain("<script>alert");
      expect(text).not.toContain("<img src=x");
      expect(text).toContain("&lt;script&gt;alert(1)");
    }
  });

  it("ignores fields that are named to do harm", async () => {
    const harmful = {
      "/__proto__/x": "1",
      "/activities/0/__proto__": "1",
      "/constructor": "1",
      "/activities/x/form": "1",
    };
    expect((await post({ ...REPORT, ...harmful, do: "decide" })).status).toBe(200);
  });

  it("refuses a form that is too large, as a page", async () => {
    const { status, text } = await post({ ...REPORT, "/activities/0/title": "x".repeat(600_000) });
    expect(status).toBe(413);
    expect(text).toContain("<h1>The report is too large</h1>");
  });

  it("refuses more rows than a form takes, and loses none", async () => {
    const rows = Array.from({ length: 101 }, (_, at) => [`/activities/${at}/title`, `row ${at}`]);
    const { status, text } = await post({ ...REPORT, ...Object.fromEntries(rows), do: "decide" });
    expect(status).toBe(422);
    expect(text).toContain("up to 100 rows");
    expect(text).toContain('value="row 100"');
  });

  it("is not taken in another content type", async () => {
    expect((await request(site).post("/en/check").send({ a: 1 })).status).toBe(400);
  });

  it("may be downloaded as the case and the decision that the command line gives for it", async () => {
    const saved = await post({ ...REPORT, do: "save-case" });
    expect(saved.headers["content-disposition"]).toMatch(/^attachment; filename="?case.json"?$/);
    const decided = await post({ ...REPORT, do: "save-decision" });
    expect(book.inForce(2024)?.decide(parseCase(saved.body), { asOf: "2025-03-01" })).toEqual(decided.body);
  });
});

describe("the rows of the form", () => {
  it("are added without a script: everything is kept, and the new row takes the focus", async () => {
    const { text } = await post({ ...REPORT, do: "add-activities" });
    expect(text).toMatch(/<select[^>]*id="activities-1-form"[^>]*autofocus/);
    expect(text).toContain('value="diploma"');
  });

  it("are removed without a script: those behind move up", async () => {
    const two = { ...REPORT, "/activities/1/title": "Second", "/activities/1/form": "seminar" };
    const { text } = await post({ ...two, do: "remove-activities-0" });
    expect(text).toMatch(/id="activities-0-title"[^>]*value="Second"/);
    expect(text).not.toContain('value="PhD"');
    expect(text).not.toContain('id="activities-1-title"');
    expect(text).toMatch(/<button[^>]*value="add-activities"[^>]*autofocus/);
  });

  it("may have gaps in their numbers, as a script leaves them", async () => {
    const { text } = await post({
      ...REPORT,
      "/activities/7/form": "course",
      "/activities/7/from": "bad",
      do: "decide",
    });
    expect(text).toContain('<a href="#activities-1-from">Activity 2, First day');
  });

  it("count for nothing where they are blank", async () => {
    const { status } = await post({ ...REPORT, "/activities/1/title": " ", "/sanctions/0/sanction": "", do: "decide" });
    expect(status).toBe(200);
  });
});

describe("every worked case is explained in every language", () => {
  const folder = new URL("../cases/", import.meta.url);
  for (const file of readdirSync(folder)) {
    const { name, asOf, case: given } = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
    it(name, async () => {
      const theCase = parseCase(given);
      const { fields } = reportOfCase(theCase, asOf, book.inForce(theCase.reportingYear)?.ruleSet ?? null);
      for (const language of LANGUAGES) {
        const { status, text } = await post(Object.fromEntries(fields), language);
        expect(status).toBe(200);
        expect(text).toContain('class="verdict');
        expect(text).not.toMatch(/undefined|\[object|NaN|→ (true|false|\{)/);
      }
    });
  }
});

describe("every worked case can be typed into the form, and is decided as it is without it", () => {
  const folder = new URL("../cases/", import.meta.url);
  for (const file of readdirSync(folder)) {
    const { name, asOf, case: given } = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
    it(name, () => {
      const theCase = parseCase(given);
      const rules = book.inForce(theCase.reportingYear);
      const typed = reportOfCase(theCase, asOf, rules?.ruleSet ?? null);
      const { decided } = decideReport(typed, book, TODAY);
      const direct = rules?.decide(theCase, { asOf });
      expect(decided?.decision.points).toEqual(direct?.points);
      expect(decided?.decision.outcome).toEqual(direct?.outcome);
      expect(decided?.decision.sanction).toEqual(direct?.sanction);
      expect(decided?.decision.findings.map(({ code }) => code)).toEqual(direct?.findings.map(({ code }) => code));
    });
  }
});
