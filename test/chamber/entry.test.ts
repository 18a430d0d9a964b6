import { beforeEach, describe, expect, it } from "vitest";
import { type PublishedRules, RuleBook } from "../../server/published-rules.ts";
import { createTestServices, plain } from "../server/site.ts";
import { decided, fieldsIn, fillIn, newCase, REPORT, record, seminars, YEAR } from "./case-form.ts";
import { type ChamberSite, createChamberSite, SYSTEM } from "./chamber-site.ts";

const CASE = "almaty-city/2024/c-00001";
const CORRECT = `${YEAR}/c-00001/correct`;

describe("entering a case", () => {
  let site: ChamberSite;
  beforeEach(async () => {
    site = await createChamberSite();
  });

  it("begins with the consultant, found by name", async () => {
    const { text } = await site.officer.get(`${YEAR}/new?q=сәрсен`).expect(200);
    expect(text).toContain("new?consultant&#x3D;c-00001");
    expect(text).not.toContain("c-00002");
  });

  it("takes absences from the register", async () => {
    const { text } = await site.officer.get(newCase("c-00003")).expect(200);
    expect(fieldsIn(text)).toMatchObject({ "/absences/0/kind": "childcare-leave", "/absences/0/from": "01.02.2024" });
  });

  it("does not find a consultant of another chamber", async () => {
    await site.officer.get(newCase("c-00004")).expect(404);
    const form = await decided(site.officer, newCase("c-00001"), { ...seminars(5), ...REPORT });
    await site.officer.postAsIs(newCase("c-00004"), form).expect(404);
    expect((await site.store.casesOf("almaty-city", 2024)).length).toBe(0);
  });

  it("refuses what is wrong field by field, and keeps what was typed", async () => {
    const form = await fillIn(site.officer, newCase("c-00001"), { ...seminars(1), "/activities/0/from": "31.02.2024" });
    const { text } = await site.officer.postAsIs(newCase("c-00001"), { ...form, do: "decide" }).expect(422);
    expect(text).toContain("This is not a day of the calendar.");
    expect(fieldsIn(text)["/activities/0/title"]).toBe("Seminar 1");
  });

  it("decides as of no day to come", async () => {
    const form = await fillIn(site.officer, newCase("c-00001"), { ...seminars(5), "/asOf": "21.03.2025" });
    const { text } = await site.officer.postAsIs(newCase("c-00001"), { ...form, do: "decide" }).expect(422);
    expect(text).toContain("is still to come");
  });

  it("records nothing but the decision that was shown", async () => {
    const form = await decided(site.officer, newCase("c-00001"), { ...seminars(5), ...REPORT });
    const changed = { ...form, "/activities/0/evidence": "" };
    const { text } = await site.officer.postAsIs(newCase("c-00001"), changed).expect(200);
    expect(text).toContain("has changed since the decision was shown");
    expect(await site.store.case(CASE)).toBeNull();
    await site.officer.postAsIs(newCase("c-00001"), { ...fieldsIn(text), do: "record" }).expect(303);
    expect((await site.store.case(CASE))?.state.latest?.total).toBe(8);
  });

  it("adds and removes rows without a script, and keeps the version and the submission", async () => {
    const form = await fillIn(site.officer, newCase("c-00001"), seminars(2));
    const more = await site.officer.postAsIs(newCase("c-00001"), { ...form, do: "add-activities" }).expect(200);
    expect(fieldsIn(more.text)).toMatchObject({ submission: form.submission, version: "0", "/activities/2/title": "" });
    const less = await site.officer.postAsIs(newCase("c-00001"), { ...fieldsIn(more.text), do: "remove-activities-0" });
    expect(fieldsIn(less.text)).toMatchObject({ "/activities/0/title": "Seminar 2" });
  });

  it("shows hostile names as text", async () => {
    const hostile = "<script>alert(1)</script>\"'{{title}}";
    const form = await fillIn(site.officer, newCase("c-00001"), { ...seminars(1), "/activities/0/title": hostile });
    const { text } = await site.officer.postAsIs(newCase("c-00001"), { ...form, do: "decide" }).expect(200);
    expect(text).not.toContain("<script>alert");
    expect(text).toContain("&lt;script&gt;alert(1)");
  });

  it("refuses a character that no store can keep", async () => {
    const typed = { ...seminars(1), "/activities/0/title": "a\u0000b" };
    const form = await decided(site.officer, newCase("c-00001"), typed);
    const { text } = await site.officer.postAsIs(newCase("c-00001"), { ...form, ...typed }).expect(422);
    expect(text).toContain("cannot be kept");
  });

  it("says so, and records nothing, where the second opinion disagrees", async () => {
    const services = await createTestServices();
    const real = services.rules.inForce(2024) as PublishedRules;
    const bent: PublishedRules = {
      ...real,
      decide: (given, options) => ({ ...real.decide(given, options), outcome: "exempt" }),
    };
    const bentSite = await createChamberSite({ rules: new RuleBook([bent]) });
    const form = await fillIn(bentSite.officer, newCase("c-00001"), { ...seminars(5), ...REPORT });
    for (const pressed of ["decide", "record"]) {
      const { status, text } = await bentSite.officer.postAsIs(newCase("c-00001"), { ...form, do: pressed });
      expect(status).toBe(500);
      expect(text).toContain("The decision was not confirmed, and nothing was recorded");
    }
    expect(await bentSite.store.case(CASE)).toBeNull();
  });
});

describe("correcting a decision", () => {
  let site: ChamberSite;
  beforeEach(async () => {
    site = await createChamberSite();
    await record(site.officer, newCase("c-00001"), { ...seminars(4), ...REPORT });
  });

  it("starts from the case as it is kept", async () => {
    const { text } = await site.officer.get(CORRECT).expect(200);
    expect(fieldsIn(text)).toMatchObject({
      version: "1",
      "/activities/3/title": "Seminar 4",
      "/activities/3/id": "a4",
    });
  });

  it("is where the address of a new case leads once it is decided", async () => {
    const { headers } = await site.officer.get(newCase("c-00001")).expect(303);
    expect(headers.location).toBe(`${YEAR}/c-00001`);
  });

  it("keeps both decisions, and says of the first that it was corrected", async () => {
    await record(site.officer, CORRECT, { ...seminars(5), reason: "A fifth certificate" });
    const page = await site.officer.get(`${YEAR}/c-00001`).expect(200);
    expect(page.text).toContain("A fifth certificate");
    expect(plain(page.text)).toContain("10 of 10 points");
    const first = await site.officer.get(`${YEAR}/c-00001/decisions/1`).expect(200);
    expect(plain(first.text)).toContain("8 of 10 points");
    expect(first.text).toContain("This decision has been corrected since.");
  });

  it("keeps what the form does not show: kinds of documents, attributes, ids", async () => {
    const kept = await site.store.case(CASE);
    if (!kept) throw new Error("no case");
    const [first, ...others] = kept.state.content.activities;
    const uploaded = { ...first, id: "certificate-77", evidence: [{ kind: "diploma", name: "certificate 1" }] };
    const content = { ...kept.state.content, activities: [uploaded, ...others] } as typeof kept.state.content;
    const change = { kind: "case" as const, id: CASE, from: 1, state: { ...kept.state, content } };
    await site.store.commit({ action: "store.load", by: SYSTEM, records: [change] });
    await record(site.officer, CORRECT, { reason: "Looked at again" });
    const recorded = (await site.store.decision(`${CASE}/2`))?.state.content.activities[0];
    expect(recorded).toMatchObject({ id: "certificate-77", evidence: [{ kind: "diploma", name: "certificate 1" }] });
  });

  it("is open to no auditor and no consultant", async () => {
    await site.auditor.get(CORRECT).expect(403);
    await site.consultant.get(CORRECT).expect(403);
    const page = await site.auditor.get(`${YEAR}/c-00001`).expect(200);
    expect(page.text).not.toContain("/correct");
  });
});
