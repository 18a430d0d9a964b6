import { beforeEach, describe, expect, it } from "vitest";
import { plain } from "../server/site.ts";
import { decided, fieldsIn, newCase, REPORT, record, seminars, YEAR } from "./case-form.ts";
import { type ChamberSite, createChamberSite } from "./chamber-site.ts";

const CASE = "almaty-city/2024/c-00001";

describe("two officers at once", () => {
  let site: ChamberSite;
  beforeEach(async () => {
    site = await createChamberSite();
  });

  async function enterTwice() {
    const mine = await decided(site.officer, newCase("c-00001"), { ...seminars(4), ...REPORT });
    await record(site.officer, newCase("c-00001"), { ...seminars(5), ...REPORT });
    return site.officer.postAsIs(newCase("c-00001"), mine);
  }

  it("see both sides: what was kept, by whom, and what they entered", async () => {
    const { status, text } = await enterTwice();
    expect(status).toBe(409);
    expect(text).toContain("The case has changed meanwhile");
    expect(text).toContain("Gulnar Officer");
    expect(plain(text)).toContain("Decision no. 1 is recorded: Norm fulfilled, 10 points.");
    expect(text).toMatch(/Activity 5, [^<]*<\/th><td[^>]*>Seminar 5<\/td><td[^>]*>–<\/td>/);
    expect(fieldsIn(text)).toMatchObject({ version: "1", "/activities/3/title": "Seminar 4" });
    expect((await site.store.decisionsOn(CASE)).length).toBe(1);
  });

  it("go on from the new version, with a reason", async () => {
    const { text } = await enterTwice();
    const form = { ...fieldsIn(text), do: "record" };
    const correct = `${YEAR}/c-00001/correct`;
    const refused = await site.officer.postAsIs(correct, form).expect(422);
    expect(refused.text).toContain("Say why the decision is corrected.");
    const { headers } = await site.officer
      .postAsIs(correct, { ...form, reason: "One certificate was not valid" })
      .expect(303);
    expect(headers.location).toBe(`${YEAR}/c-00001/decisions/2`);
    const second = (await site.store.decision(`${CASE}/2`))?.state;
    expect(second).toMatchObject({
      corrects: 1,
      reason: "One certificate was not valid",
      decision: { points: { total: 8 } },
    });
  });

  it("record one decision where the same form is sent 20 times", { timeout: 60_000 }, async () => {
    const form = await decided(site.officer, newCase("c-00001"), { ...seminars(5), ...REPORT });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => site.officer.postAsIs(newCase("c-00001"), form)),
    );
    expect(new Set(answers.map(({ status, headers }) => `${status} ${headers.location}`))).toEqual(
      new Set([`303 ${YEAR}/c-00001/decisions/1`]),
    );
    expect((await site.store.decisionsOn(CASE)).length).toBe(1);
  });

  it("are led to the first decision where its form is sent again after a correction", async () => {
    const form = await decided(site.officer, newCase("c-00001"), { ...seminars(5), ...REPORT });
    await site.officer.postAsIs(newCase("c-00001"), form).expect(303);
    await record(site.officer, `${YEAR}/c-00001/correct`, { "/activities/0/title": "Renamed", reason: "A misprint" });
    const { headers } = await site.officer.postAsIs(newCase("c-00001"), form).expect(303);
    expect(headers.location).toBe(`${YEAR}/c-00001/decisions/1`);
  });

  it("are 32 who record one case: one wins, 31 see the conflict", { timeout: 60_000 }, async () => {
    const forms = await Promise.all(
      Array.from({ length: 32 }, () => decided(site.officer, newCase("c-00001"), { ...seminars(5), ...REPORT })),
    );
    const answers = await Promise.all(forms.map((form) => site.officer.postAsIs(newCase("c-00001"), form)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array.from({ length: 31 }, () => 409)]);
    expect((await site.store.decisionsOn(CASE)).length).toBe(1);
  });
});
