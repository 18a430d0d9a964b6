import { beforeEach, describe, expect, it } from "vitest";
import type { Case } from "../../engine/index.ts";
import { RuleBook } from "../../server/published-rules.ts";
import { historyOf } from "../../server/recording/history-of.ts";
import { recordDecision } from "../../server/recording/record-decision.ts";
import { onList } from "../../server/register/on-list.ts";
import type { Services } from "../../server/services.ts";
import { actorOf } from "../../server/sessions/actor-of.ts";
import type { Account, CaseRecord, Consultant, Stored } from "../../server/store/records.ts";
import { bookWith, richRules } from "../report-check/rich-rules.ts";
import { casesOfRegime, type GivenCase, regime } from "../report-check/rule-sets.ts";
import { signIn, type Visitor } from "../server/visitor.ts";
import { decided, fieldsIn, fillIn, record } from "./case-form.ts";
import { type ChamberSite, consultant, createChamberSite, OFFICER, SYSTEM } from "./chamber-site.ts";

const TODAY = "2029-03-20";
const rules = bookWith(richRules());
const SITE: Partial<Services> = { rules, today: () => TODAY };
const YEAR = "/en/chambers/almaty-city/2028";
const NEW = `${YEAR}/new?consultant=c-00001`;
const CORRECT = `${YEAR}/c-00001/correct`;

const TYPED = {
  "/asOf": "01.03.2029",
  "/report/submittedOn": "10.02.2029",
  "/consultant/attributes/seniority": "junior",
  "/consultant/attributes/licensed-on": "05.06.2024",
  "/consultant/attributes/mentor": "true",
  "/activities/0/form": "seminar",
  "/activities/0/title": "Tax",
  "/activities/0/organizer": "Chamber",
  "/activities/0/from": "12.05.2028",
  "/activities/0/attributes/hours": "5",
  "/activities/0/attributes/first-time": "false",
  "/activities/0/evidence/certificate": "no. 17",
};
const DECISION = {
  "/decisions/0/decision": "hardship",
  "/decisions/0/decidedOn": "01.11.2028",
  "/decisions/0/reference": "No. 4",
};

const content = async ({ store }: ChamberSite, id = "almaty-city/2028/c-00001"): Promise<Case> =>
  ((await store.case(id)) as Stored<CaseRecord>).state.content;

describe("a case that an officer enters under rules that ask for more", () => {
  let site: ChamberSite;
  beforeEach(async () => {
    site = await createChamberSite(SITE);
  });

  it("is recorded with what was asked for, and decided as the engine decides it", async () => {
    const form = await decided(site.officer, NEW, TYPED);
    await site.officer.postAsIs(NEW, { ...form, do: "add-decisions" }).expect(200);
    await record(site.officer, NEW, { ...TYPED, ...DECISION });
    const kept = await content(site);
    expect(kept).toMatchObject({
      consultant: { id: "c-00001", attributes: { seniority: "junior", "licensed-on": "2024-06-05", mentor: true } },
      activities: [
        { attributes: { hours: 5, "first-time": false }, evidence: [{ kind: "certificate", name: "no. 17" }] },
      ],
      decisions: [{ decision: "hardship", decidedOn: "2028-11-01", reference: "No. 4" }],
    });
    const { state } = (await site.store.decision("almaty-city/2028/c-00001/1")) ?? {};
    expect(state?.decision).toEqual(rules.inForce(2028)?.decide(kept, { asOf: "2029-03-01", trace: true }));
    expect(state?.decision.points).toMatchObject({ credited: 2.5, norm: 4 });
  });

  it("is shown with every problem beside its field", async () => {
    const form = await fillIn(site.officer, NEW, { ...TYPED, "/activities/0/attributes/hours": "many" });
    const { text } = await site.officer.postAsIs(NEW, { ...form, do: "decide" }).expect(422);
    expect(text).toContain('<a href="#activities-0-attributes-hours">Activity 1, Length, hours: A number is needed');
    expect(fieldsIn(text)).toMatchObject({ "/activities/0/attributes/hours": "many", "/activities/0/title": "Tax" });
  });

  it("shows both sides of a conflict by the names that the rules give", async () => {
    await record(site.officer, NEW, TYPED);
    const mine = await decided(site.officer, CORRECT, { "/activities/0/attributes/hours": "6", reason: "Six hours" });
    await record(site.officer, CORRECT, { "/consultant/attributes/seniority": "senior", reason: "Is senior" });
    const { text } = await site.officer.postAsIs(CORRECT, { ...mine, reason: "Six hours" }).expect(409);
    expect(text).toContain("Activity 1, Length, hours");
    expect(text).toContain("Seniority");
  });
});

/** A case with what no form shows as it is: explicit defaults, other kinds of documents, line breaks, blanks. */
const UNUSUAL: Case = {
  id: "2028/c-00001",
  reportingYear: 2028,
  consultant: {
    id: "c-00001",
    memberSince: "2019-04-01",
    memberUntil: null,
    attributes: { mentor: false, clients: 0 },
  },
  absences: [{ kind: "childcare-leave", from: "2020-01-01", to: "2020-05-05" }],
  activities: [
    {
      id: "x-9",
      form: "seminar",
      title: " Two\nlines ",
      organizer: "",
      from: "2028-05-12",
      to: "2028-05-12",
      units: 1,
      evidence: [
        { kind: "photo", name: "" },
        { kind: "certificate", name: "a; b.pdf" },
        { kind: "diploma", name: "c" },
      ],
      justification: "",
      recognition: { points: 2, decidedOn: "2028-06-01", reference: "" },
      attributes: { hours: 0, language: "", words: 12.5 },
    },
  ],
  report: { submittedOn: "2029-02-10" },
  decisions: [{ decision: "hardship", decidedOn: "2028-11-01", reference: "" }],
  history: [{ reportingYear: 2021, credited: 3, outcome: "unfulfilled", measures: { total: 3 } }],
};

describe("a case that was recorded otherwise, opened in the form", () => {
  let site: ChamberSite;
  beforeEach(async () => {
    site = await createChamberSite(SITE, [
      {
        kind: "case",
        id: "almaty-city/2028/c-00001",
        from: 0,
        state: {
          chamber: "almaty-city",
          reportingYear: 2028,
          consultant: "c-00001",
          consultantName: "Айгерім Сәрсенова",
          content: UNUSUAL,
          latest: null,
        },
      },
    ]);
  });

  it("loses nothing that was not changed", async () => {
    await record(site.officer, NEW, { "/report/submittedOn": "11.02.2029" });
    expect(await content(site)).toEqual({ ...UNUSUAL, report: { submittedOn: "2029-02-11" } });
  });

  it("loses nothing of an activity but what was changed in it", async () => {
    await record(site.officer, NEW, { "/activities/0/attributes/hours": "4" });
    const [activity] = UNUSUAL.activities as [Case["activities"][number]];
    const changed = { ...activity, attributes: { hours: 4, language: "", words: 12.5 } };
    expect(await content(site)).toEqual({ ...UNUSUAL, activities: [changed] });
  });

  it("loses nothing of the other documents where one is added", async () => {
    await record(site.officer, NEW, { "/activities/0/evidence/programme": "p" });
    const [{ evidence }] = (await content(site)).activities as [Case["activities"][number]];
    expect(evidence).toEqual([
      { kind: "certificate", name: "a; b.pdf" },
      { kind: "programme", name: "p" },
      { kind: "photo", name: "" },
      { kind: "diploma", name: "c" },
    ]);
  });
});

/** Moves a consultant to another chamber, as the register does. */
async function move({ store }: ChamberSite, id: string, chamber: string): Promise<void> {
  const kept = await store.consultant(id);
  const state = onList(kept?.state ?? null, { ...(kept?.state as Consultant), chamber });
  const records = [{ kind: "consultant", id, from: kept?.version ?? 0, state }] as const;
  await store.commit({ action: "consultant.change", by: SYSTEM, records });
}

const OTHER_OFFICER: Stored<Account> = {
  id: "officer-astana",
  version: 1,
  state: {
    login: "officer-astana",
    name: "Officer of Astana",
    grants: [{ role: "officer", chamber: "astana-city" }],
    closed: false,
  },
};

describe("earlier years", () => {
  const NEXT = "/en/chambers/astana-city/2028/new?consultant=c-00077";
  const REPORTED = { "/asOf": "01.03.2029", "/report/submittedOn": "10.02.2029" };
  let site: ChamberSite;
  let other: Visitor;
  beforeEach(async () => {
    const { id, state } = OTHER_OFFICER;
    site = await createChamberSite(SITE, [consultant("c-00077"), { kind: "account", id, from: 0, state }]);
    other = await signIn(site.app, site.services, OTHER_OFFICER);
    await record(site.officer, "/en/chambers/almaty-city/2026/new?consultant=c-00077", {
      "/asOf": "01.03.2027",
      "/report/submittedOn": "10.02.2027",
    });
    await move(site, "c-00077", "astana-city");
  });

  it("follow the consultant to another chamber, and decide there: the second unfulfilled year skips the warning", async () => {
    expect(fieldsIn((await other.get(NEXT).expect(200)).text)).toMatchObject({
      "/history/0/reportingYear": "2026",
      "/history/0/outcome": "unfulfilled",
      "/history/0/credited": "0",
    });
    await record(other, NEXT, REPORTED);
    const { decision, content: decidedCase } = (await site.store.decision("astana-city/2028/c-00077/1"))?.state ?? {};
    expect(decidedCase?.history).toEqual([{ reportingYear: 2026, credited: 0, outcome: "unfulfilled" }]);
    expect(decision?.sanction.due).toBe("suspension");
  });

  it("are taken as they are decided by now when the case is corrected; years that are not recorded stay", async () => {
    const typed = {
      ...REPORTED,
      "/history/1/reportingYear": "2021",
      "/history/1/outcome": "fulfilled",
      "/history/1/credited": "10",
    };
    await record(other, NEXT, typed);
    const recognised = {
      "/activities/0/form": "unlisted",
      "/activities/0/formName": "Podcast",
      "/activities/0/from": "01.02.2026",
      "/activities/0/evidence": "link",
      "/activities/0/recognition/points": "10",
      "/activities/0/recognition/decidedOn": "02.02.2026",
    };
    const correction = "/en/chambers/almaty-city/2026/c-00077/correct";
    await record(site.officer, correction, { ...recognised, "/asOf": "01.03.2027", reason: "Recognised" });
    await record(other, "/en/chambers/astana-city/2028/c-00077/correct", { "/asOf": "02.03.2029", reason: "History" });
    const { decision, content: decidedCase } = (await site.store.decision("astana-city/2028/c-00077/2"))?.state ?? {};
    expect(decidedCase?.history).toEqual([
      { reportingYear: 2021, credited: 10, outcome: "fulfilled" },
      { reportingYear: 2026, credited: 10, outcome: "fulfilled" },
    ]);
    expect(decision?.sanction.due).toBe("warning");
  });

  it("are what an upload starts from as well", async () => {
    const upload = "/en/chambers/astana-city/2028/upload";
    const csrf = await other.formToken(upload);
    const file = { name: "reports.csv", content: "consultant;submitted_on\r\nc-00077;10.02.2029\r\n" };
    const { headers } = await other.postFile(upload, { csrf, asOf: "01.03.2029" }, file);
    const address = String(headers.location);
    await other.postAsIs(address, { csrf: await other.formToken(address) }).expect(303);
    const { decision } = (await site.store.decision("astana-city/2028/c-00077/1"))?.state ?? {};
    expect(decision?.sanction.due).toBe("suspension");
  });

  it("open nothing more: the cases of the chamber before stay its own", async () => {
    await other.get("/en/chambers/almaty-city/2026/c-00077").expect(403);
    await other.get("/en/chambers/almaty-city/2026/c-00077/decisions/1").expect(403);
  });
});

describe("earlier years under rules with measures over several years", () => {
  it("hold what each such measure had of its own year", async () => {
    const france = regime("france");
    const book = new RuleBook([france]);
    const cases = casesOfRegime("france");
    const given = cases.find(({ name }) => name.endsWith("twenty-hours-fulfil-the-year")) as GivenCase;
    const site = await createChamberSite({ rules: book, today: () => TODAY });
    const { history: _, ...base } = given.case;
    const earlier: Case = { ...base, reportingYear: 2024, consultant: { ...base.consultant, id: "c-00001" } };
    await recordDecision(site.services, actorOf(OFFICER), {
      action: "decision.record",
      chamber: "almaty-city",
      consultantName: "Айгерім Сәрсенова",
      content: earlier,
      asOf: "2025-02-10",
      from: 0,
      submission: "submission-france",
      reason: null,
    });
    const registered = (await site.store.consultant("c-00001")) as Stored<Consultant>;
    expect(await historyOf(site.services, registered, 2025, france.ruleSet)).toEqual([
      { reportingYear: 2024, credited: 20, outcome: "fulfilled", measures: { "two-years": 20 } },
    ]);
  });
});
