import request from "supertest";
import { describe, expect, it } from "vitest";
import { parseCase } from "../../engine/index.ts";
import { LANGUAGES } from "../../server/language/languages.ts";
import { fieldsIn } from "../chamber/case-form.ts";
import { createSite, plain } from "../server/site.ts";
import { bookWith, richRules } from "./rich-rules.ts";
import { regime } from "./rule-sets.ts";

const AS_OF = "2029-03-01";
const rich = richRules();
const site = await createSite({ rules: bookWith(rich), today: () => AS_OF });

const post = (fields: Record<string, string>, language = "en", app = site) =>
  request(app).post(`/${language}/check`).type("form").send(fields);

const REPORT = {
  "/reportingYear": "2028",
  "/asOf": "01.03.2029",
  "/consultant/memberSince": "01.04.2019",
  "/report/submittedOn": "12.02.2029",
};

/** What is typed for each kind of input, and the case that it is. */
const TYPED = {
  ...REPORT,
  "/consultant/attributes/seniority": "junior",
  "/consultant/attributes/licensed-on": "05.06.2024",
  "/consultant/attributes/mentor": "false",
  "/consultant/attributes/clients": "7,5",
  "/activities/0/form": "seminar",
  "/activities/0/title": "Tax",
  "/activities/0/organizer": "Chamber",
  "/activities/0/from": "12.05.2028",
  "/activities/0/attributes/hours": "5",
  "/activities/0/attributes/mode": "in-person",
  "/activities/0/evidence/certificate": "no. 17; no. 18",
  "/activities/1/form": "article",
  "/activities/1/from": "13.05.2028",
  "/activities/1/attributes/words": "3000",
  "/activities/1/attributes/language": "kk",
  "/activities/1/attributes/first-time": "true",
  "/activities/1/evidence": "copy",
  "/activities/2/form": "course",
  "/activities/2/from": "14.05.2028",
  "/activities/2/units": "2",
  "/activities/2/evidence": "diploma",
  "/decisions/0/decision": "hardship",
  "/decisions/0/decidedOn": "01.11.2028",
  "/decisions/0/reference": "No. 4",
  "/history/0/reportingYear": "2027",
  "/history/0/outcome": "unfulfilled",
  "/history/0/credited": "8",
  "/history/0/carriedOut": "1,5",
};
const evidence = (kind: string, ...names: string[]) => names.map((name) => ({ kind, name }));
const day = (on: string) => ({ from: on, to: on });
const CASE = parseCase({
  reportingYear: 2028,
  consultant: {
    id: "consultant",
    memberSince: "2019-04-01",
    attributes: { seniority: "junior", "licensed-on": "2024-06-05", mentor: false, clients: 7.5 },
  },
  absences: [],
  activities: [
    {
      id: "a1",
      form: "seminar",
      title: "Tax",
      organizer: "Chamber",
      ...day("2028-05-12"),
      evidence: evidence("certificate", "no. 17", "no. 18"),
      attributes: { hours: 5, mode: "in-person" },
    },
    {
      id: "a2",
      form: "article",
      title: "",
      organizer: "",
      ...day("2028-05-13"),
      evidence: evidence("document", "copy"),
      attributes: { words: 3000, language: "kk", "first-time": true },
    },
    {
      id: "a3",
      form: "course",
      title: "",
      organizer: "",
      ...day("2028-05-14"),
      units: 2,
      evidence: evidence("document", "diploma"),
    },
  ],
  report: { submittedOn: "2029-02-12" },
  sanctions: [],
  decisions: [{ decision: "hardship", decidedOn: "2028-11-01", reference: "No. 4" }],
  history: [{ reportingYear: 2027, credited: 8, outcome: "unfulfilled", carriedOut: 1.5 }],
});

/** The mark of what the form for the year asks for, as the page sends it along. */
const asked = async (language = "en"): Promise<string> =>
  fieldsIn((await post({ ...REPORT, do: "show" }, language)).text).asked ?? "";

describe("the form of a report under rules that ask for more", () => {
  it("makes the case of what is typed, for each kind of input", async () => {
    const { body } = await post({ ...TYPED, asked: await asked(), do: "save-case" }).expect(200);
    expect(body).toEqual(CASE);
  });

  it("decides it as the engine does", async () => {
    const { body } = await post({ ...TYPED, asked: await asked(), do: "save-decision" }).expect(200);
    const { trace: _, ...decision } = rich.decide(CASE, { asOf: AS_OF });
    expect(body).toMatchObject(JSON.parse(JSON.stringify(decision)));
    expect(decision.outcome).toBe("unfulfilled");
    expect(decision.points).toMatchObject({ credited: 9.5, norm: 4 });
  });

  it("shows again what was typed, beside the decision", async () => {
    const { text } = await post({ ...TYPED, asked: await asked(), do: "decide" }).expect(200);
    expect(fieldsIn(text)).toMatchObject(TYPED);
  });

  it.each(LANGUAGES)("names what it asks for in %s", async (language) => {
    const { text } = await post({ ...REPORT, "/activities/0/form": "seminar", do: "show" }, language);
    const { attributes } = rich.ruleSet;
    for (const { name } of [...(attributes?.consultant ?? []), ...(attributes?.activity ?? [])]) {
      expect(text).toContain(`>${name[language]}</label>`);
    }
    expect(text).not.toMatch(/undefined|\[object/);
  });

  it.each([
    ["kk", "Бетпе-бет", "Қашықтан", "Көрсетілмесе: Бетпе-бет"],
    ["ru", "Очно", "Дистанционно", "Если не указано: Очно"],
    ["en", "In person", "Remotely", "If left empty: In person"],
  ])(
    "calls values by their names in %s, and those without one as they are written",
    async (language, first, second, hint) => {
      const { text } = await post({ ...REPORT, "/activities/0/form": "seminar", do: "show" }, language);
      expect(text).toContain(`<option value="in-person">${first}</option>`);
      expect(text).toContain(`<option value="remote">${second}</option>`);
      expect(text).toContain('<option value="by-post">by-post</option>');
      expect(text).toContain(hint);
      const documents = {
        kk: "Растайтын құжаттар: Куәлік",
        ru: "Подтверждающие документы: Сертификат",
        en: "Supporting documents: Certificate",
      };
      expect(text).toContain(`>${documents[language as "kk"]}</label>`);
      expect(text).toMatch(/: programme<\/label>/);
    },
  );

  it.each([
    ["/consultant/attributes/licensed-on", "31.02.2024", "Licensed on: This is not a day"],
    ["/consultant/attributes/clients", "many", "Clients: A number is needed here"],
    ["/consultant/attributes/seniority", "ancient", "Seniority: This value is not one of"],
    ["/consultant/attributes/mentor", "perhaps", "Mentor: Choose one of the values"],
    ["/activities/0/attributes/hours", "-3", "Activity 1, Length, hours: A number is needed here"],
    ["/activities/0/attributes/hours", "1,234", "Activity 1, Length, hours: A number is needed here"],
    ["/decisions/0/decidedOn", "", "Decision 1, Day of the decision: Fill this in"],
    ["/decisions/0/decision", "favour", "Decision 1, Kind of decision: The rule set has no decision"],
    ["/history/0/outcome", "", "Earlier year 1, Outcome of the year: Fill this in"],
    ["/history/0/carriedOut", "x", "Earlier year 1, Points carried into the next year: This has to be a number"],
  ])("says what is wrong beside %s", async (name, value, message) => {
    const { text } = await post({ ...TYPED, [name]: value, asked: await asked(), do: "decide" }).expect(422);
    const id = name.slice(1).replaceAll("/", "-");
    expect(plain(text)).toContain(`<a href="#${id}">${message}`);
    expect(text).toMatch(new RegExp(`id="${id}"[^>]*aria-describedby="[^"]*${id}-error"[^>]*aria-invalid="true"`));
    expect(fieldsIn(text)[name]).toBe(value);
  });

  it("adds and removes rows of decisions and of earlier years", async () => {
    const mark = await asked();
    const more = fieldsIn((await post({ ...TYPED, asked: mark, do: "add-decisions" })).text);
    expect(more).toMatchObject({ "/decisions/0/reference": "No. 4", "/decisions/1/decision": "" });
    const less = fieldsIn((await post({ ...more, do: "remove-decisions-0" })).text);
    expect(less["/decisions/0/decision"]).toBe("");
    expect(less).not.toHaveProperty("/decisions/1/decision");
    const years = fieldsIn((await post({ ...TYPED, asked: mark, do: "add-history" })).text);
    expect(years).toMatchObject({ "/history/0/credited": "8", "/history/1/credited": "" });
  });

  it("asks before it decides a report that was filled in for a year whose rules ask for less", async () => {
    const { text } = await post({ ...TYPED, do: "decide" }).expect(200);
    expect(text).toContain("The rules of 2028 ask for more.");
    expect(text).not.toContain('class="verdict');
    expect(fieldsIn(text)).toMatchObject(TYPED);
    await post({ ...fieldsIn(text), do: "save-decision" }).expect(200);
  });

  it("leaves out what the rules of another year do not ask for, once the year is changed", async () => {
    const earlier = { ...TYPED, "/reportingYear": "2024", "/asOf": "01.03.2025", "/report/submittedOn": "10.02.2025" };
    const { body } = await post({ ...earlier, asked: await asked(), do: "save-case" }).expect(200);
    expect(body).not.toHaveProperty("decisions");
    expect(body.consultant).not.toHaveProperty("attributes");
    expect(body.activities[0]).not.toHaveProperty("attributes");
  });

  it("shows hostile values as text", async () => {
    const hostile = `"><script>alert(1)</script>`;
    const names = [
      "/consultant/attributes/seniority",
      "/activities/0/attributes/language",
      "/activities/0/attributes/x",
    ];
    const fields = Object.fromEntries(names.map((name) => [name, hostile]));
    const { text } = await post({ ...TYPED, ...fields, asked: await asked(), do: "decide" }).expect(422);
    expect(text).not.toContain("<script>alert");
    expect(text).toContain("&lt;script&gt;alert(1)");
  });

  it("is not brought down by names that are there to do harm", async () => {
    const harmful = { "/consultant/attributes/__proto__": "1", "/activities/0/attributes/constructor": "1" };
    await post({ ...TYPED, ...harmful, asked: await asked(), do: "decide" }).expect(422);
  });
});

describe("what is asked for", () => {
  it("is nothing more under the Rules of 2022", async () => {
    const { text } = await request(site).get("/en/check?rules=2022&example=eight-points-warning-due").expect(200);
    expect(text).not.toMatch(/attributes\/|\/decisions\/|\/history\/|name="asked"|evidence\/|add-history/);
  });

  it("is the hours of a seminar and earlier years under the amendment of 2028", async () => {
    const app = await createSite({ rules: bookWith(regime("kz-2028")), today: () => AS_OF });
    const { text } = await post({ ...REPORT, "/activities/0/form": "", do: "show" }, "en", app);
    expect(text).toContain("Only for: Seminar. If left empty: 0");
    expect(plain(text)).toMatch(/legal practice – 1 point for every 2 \(.*ength, hours.*\)/);
    expect(text).toContain("add-history");
    expect(text).not.toMatch(/add-decisions|consultant\/attributes|evidence\//);
  });
});
