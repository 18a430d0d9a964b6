import { beforeAll, describe, expect, it } from "vitest";
import { plain } from "../server/site.ts";
import { decided, fieldsIn, newCase, REPORT, record, seminars, YEAR } from "./case-form.ts";
import { type ChamberSite, createChamberSite } from "./chamber-site.ts";

const CASE = "almaty-city/2024/c-00001";

describe("an officer records a decision", () => {
  let site: ChamberSite;
  beforeAll(async () => {
    site = await createChamberSite();
  });

  it("on a form that the register has filled in", async () => {
    const { text } = await site.officer.get(newCase("c-00001")).expect(200);
    expect(fieldsIn(text)).toMatchObject({ "/consultant/memberSince": "01.04.2019", version: "0" });
    expect(text).toContain("Айгерім Сәрсенова");
  });

  it("sees it decided before anything is kept", async () => {
    await decided(site.officer, newCase("c-00001"), { ...seminars(5), ...REPORT });
    expect(await site.store.case(CASE)).toBeNull();
  });

  it("with the case, the rule set's text and hash, the engine's version, the trace and the second opinion", async () => {
    const address = await record(site.officer, newCase("c-00001"), { ...seminars(5), ...REPORT });
    expect(address).toBe(`${YEAR}/c-00001/decisions/1`);
    const recorded = (await site.store.decision(`${CASE}/1`))?.state;
    const rules = site.services.rules.inForce(2024);
    expect(recorded).toMatchObject({
      number: 1,
      engine: "0.1.0",
      confirmedBy: "json-rules-engine 7.3.1",
      recordedBy: { account: "officer", name: "Gulnar Officer" },
      corrects: null,
      reason: null,
      content: { id: CASE, consultant: { id: "c-00001", memberSince: "2019-04-01" } },
      decision: { id: CASE, outcome: "fulfilled", ruleSet: { sha256: rules?.sha256 } },
    });
    expect(recorded?.decision.trace?.length).toBeGreaterThan(5);
    expect((await site.store.ruleSet(rules?.sha256 ?? ""))?.state.text).toBe(rules?.text);
    expect((await site.store.case(CASE))?.state.latest).toMatchObject({ number: 1, outcome: "fulfilled", total: 10 });
  });

  it("shows it as it was recorded, with who, when and by what", async () => {
    const { text } = await site.officer.get(`${YEAR}/c-00001/decisions/1`).expect(200);
    expect(plain(text)).toContain("10 of 10 points");
    for (const shown of ["Gulnar Officer", "json-rules-engine 7.3.1", "qagida 0.1.0"]) expect(text).toContain(shown);
    expect(text).toContain(site.services.rules.inForce(2024)?.sha256);
    const { body } = await site.officer.get(`${YEAR}/c-00001/decisions/1/case.json`).expect(200);
    expect(body).toEqual((await site.store.decision(`${CASE}/1`))?.state.content);
  });
});
