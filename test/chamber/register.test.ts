import { beforeEach, describe, expect, it } from "vitest";
import { plain } from "../server/site.ts";
import type { Visitor } from "../server/visitor.ts";
import { fieldsIn, fillIn, newCase, REPORT, record, seminars } from "./case-form.ts";
import { type ChamberSite, createChamberSite } from "./chamber-site.ts";

const REGISTER = "/en/chambers/almaty-city/consultants";
const NEW = `${REGISTER}/new`;
const DANA = {
  "/consultant/id": "c-00042",
  "/name": "  Дана Әлиева ",
  "/consultant/memberSince": "1.4.2019",
};
const LEAVE = {
  "/absences/0/kind": "childcare-leave",
  "/absences/0/from": "01.02.2023",
  "/absences/0/to": "31.01.2024",
};

describe("the register of a chamber", () => {
  let site: ChamberSite;
  beforeEach(async () => {
    site = await createChamberSite();
  });

  const save = async (page: string, typed: Record<string, string>, by: Visitor = site.officer) =>
    by.postAsIs(page, await fillIn(by, page, typed));

  const eventsOf = async (id: string) =>
    (await site.store.findEvents({ record: id, limit: 10 })).map(({ action, by }) => [action, by.account]);

  it("takes a new consultant, whose report can be recorded at once", async () => {
    const { headers } = await save(NEW, { ...DANA, ...LEAVE });
    expect(headers.location).toBe(`${REGISTER}?q=c-00042&done=added`);
    expect(await site.store.consultant("c-00042")).toEqual({
      id: "c-00042",
      version: 1,
      state: {
        name: "Дана Әлиева",
        chamber: "almaty-city",
        memberSince: "2019-04-01",
        memberUntil: null,
        absences: [{ kind: "childcare-leave", from: "2023-02-01", to: "2024-01-31" }],
      },
    });
    expect(await eventsOf("c-00042")).toEqual([["consultant.add", "officer"]]);
    const { text } = await site.officer.get(String(headers.location)).expect(200);
    expect(text).toContain("The consultant was entered into the register.");
    expect(plain(text)).toContain("c-00042 · member since 1 April 2019");
    await record(site.officer, newCase("c-00042"), { ...seminars(5), ...REPORT });
    expect((await site.store.decision("almaty-city/2024/c-00042/1"))?.state.decision.outcome).toBe("exempt");
  });

  it("says at each field what is wrong, in three languages, and keeps what was typed", async () => {
    const wrong = { "/consultant/id": "c 42", "/name": " ", "/consultant/memberSince": "31.02.2019", ...LEAVE };
    const typed = { ...wrong, "/absences/0/to": "31.01.2022" };
    for (const [language, number] of [
      ["kk", "Нөмір латын әріптерінен"],
      ["ru", "Номер состоит из латинских букв"],
      ["en", "A number consists of Latin letters"],
    ] as const) {
      const { status, text } = await save(NEW.replace("/en/", `/${language}/`), typed);
      expect(status).toBe(422);
      expect(text).toContain(number);
      for (const id of ["number", "name", "consultant-memberSince"]) expect(text).toContain(`href="#${id}"`);
      expect(fieldsIn(text)).toMatchObject({ "/consultant/id": "c 42", "/absences/0/from": "01.02.2023" });
    }
    const ends = await save(NEW, { ...DANA, ...typed, "/name": "Dana", "/consultant/memberSince": "01.04.2019" });
    expect(ends.text).toContain('href="#number"');
    const both = await save(NEW, { ...DANA, ...LEAVE, "/absences/0/to": "31.01.2022" });
    expect(both.text).toContain('href="#absences-0-to"');
    expect(await site.store.consultant("c-00042")).toBeNull();
  });

  it("gives a number once, and does not tell whose it is elsewhere", async () => {
    for (const number of ["c-00001", "c-00004"]) {
      const { status, text } = await save(NEW, { ...DANA, "/consultant/id": number });
      expect(status).toBe(422);
      expect(text).toContain(`The number ${number} is in the register already`);
      expect(text).not.toContain("Someone of Astana");
    }
  });

  it("takes the same form once, however often it is sent", async () => {
    const form = await fillIn(site.officer, NEW, DANA);
    const answers = await Promise.all(Array.from({ length: 8 }, () => site.officer.postAsIs(NEW, form)));
    expect(new Set(answers.map(({ headers }) => headers.location))).toEqual(
      new Set([`${REGISTER}?q=c-00042&done=added`]),
    );
    expect((await site.store.consultant("c-00042"))?.version).toBe(1);
  });

  it("changes what is said of a consultant, and nothing where nothing was changed", async () => {
    const page = `${REGISTER}/c-00003`;
    const same = await save(page, {});
    expect(same.headers.location).toBe(`${REGISTER}?q=c-00003&done=same`);
    await save(page, { "/absences/0/to": "31.12.2024", "/consultant/memberUntil": "30.06.2025" });
    expect(await site.store.consultant("c-00003")).toMatchObject({
      version: 2,
      state: { memberUntil: "2025-06-30", absences: [{ from: "2024-02-01", to: "2024-12-31" }] },
    });
    expect(await eventsOf("c-00003")).toContainEqual(["consultant.change", "officer"]);
  });

  it("adds a row without a script, and takes it away", async () => {
    const form = await fillIn(site.officer, NEW, DANA);
    const more = await site.officer.postAsIs(NEW, { ...form, do: "add-absences" }).expect(200);
    expect(fieldsIn(more.text)).toMatchObject({ "/absences/0/kind": "", "/consultant/id": "c-00042" });
    const less = await site.officer.postAsIs(NEW, { ...fieldsIn(more.text), do: "remove-absences-0" }).expect(200);
    expect(fieldsIn(less.text)).not.toHaveProperty("/absences/0/kind");
  });

  it("moves a consultant to another chamber, which keeps them from then on", async () => {
    const page = `${REGISTER}/c-00002`;
    await record(site.officer, newCase("c-00002"), { ...seminars(5), ...REPORT });
    const { headers } = await save(page, { "/chamber": "astana-city" });
    expect(headers.location).toBe(`${REGISTER}?done=moved`);
    expect((await site.store.consultant("c-00002"))?.state).toMatchObject({
      chamber: "astana-city",
      formerly: ["almaty-city"],
    });
    const listOf = async (year: number) =>
      (await site.auditor.get(`/en/chambers/astana-city/${year}`).expect(200)).text;
    expect(await listOf(2024)).not.toContain("c-00002");
    expect(await listOf(2025)).toContain("c-00002");
    await site.officer.get(page).expect(404);
    await site.officer.get("/en/chambers/almaty-city/2024/c-00002/decisions/1").expect(200);
    const nowhere = await save(`${REGISTER}/c-00001`, { "/chamber": "nowhere" });
    expect(nowhere.status).toBe(422);
    expect(nowhere.text).toContain('href="#chamber"');
  });

  it("shows both sides where two officers change the same consultant, and loses nothing", async () => {
    const page = `${REGISTER}/c-00001`;
    const mine = await fillIn(site.officer, page, {
      "/name": "Айгерім Сәрсен",
      "/consultant/memberSince": "02.04.2019",
    });
    await save(page, { "/name": "Айгерім Сәрсенқызы" });
    const conflict = await site.officer.postAsIs(page, mine);
    expect(conflict.status).toBe(409);
    expect(conflict.text).toContain("The register has changed meanwhile");
    expect(conflict.text).toMatch(/Full name<\/th><td[^>]*>Айгерім Сәрсенқызы<\/td><td[^>]*>Айгерім Сәрсен<\/td>/);
    expect(conflict.text).toMatch(/01\.04\.2019<\/td><td[^>]*>02\.04\.2019<\/td>/);
    await site.officer.postAsIs(page, fieldsIn(conflict.text)).expect(303);
    expect((await site.store.consultant("c-00001"))?.state).toMatchObject({
      name: "Айгерім Сәрсен",
      memberSince: "2019-04-02",
    });
  });

  it("shows that a consultant was to be moved, where the register has changed meanwhile", async () => {
    const page = `${REGISTER}/c-00001`;
    const mine = await fillIn(site.officer, page, { "/chamber": "astana-city" });
    await save(page, { "/consultant/memberSince": "02.04.2019" });
    const { text } = await site.officer.postAsIs(page, mine).expect(409);
    expect(text).toMatch(/Chamber<\/th><td[^>]*>Chamber of Almaty<\/td><td[^>]*>Chamber of Astana<\/td>/);
    expect(fieldsIn(text)).toMatchObject({ "/chamber": "astana-city" });
  });

  it("is read by an auditor, and kept by nobody but the chamber's officers", async () => {
    const { text } = await site.auditor.get(REGISTER).expect(200);
    expect(text).toContain("Айгерім Сәрсенова");
    expect(text).not.toContain("/consultants/");
    for (const path of [NEW, `${REGISTER}/c-00001`]) {
      await site.auditor.get(path).expect(403);
      await site.officer.get(path.replace("almaty-city", "astana-city")).expect(403);
    }
    await site.officer.get(`${REGISTER}/c-00004`).expect(404);
  });
});
