import { beforeEach, describe, expect, it } from "vitest";
import { YEAR } from "./case-form.ts";
import { type ChamberSite, createChamberSite } from "./chamber-site.ts";
import { recordSeminars } from "./year-site.ts";

const PAGE = `${YEAR}/c-00002`;
const CASE = "almaty-city/2024/c-00002";

describe("a sanction that is due", () => {
  let site: ChamberSite;
  beforeEach(async () => {
    site = await createChamberSite();
    await recordSeminars(site.services, "c-00002", "Болат Ахметов", 4);
  });

  async function form() {
    const { text } = await site.officer.get(PAGE).expect(200);
    const hidden = [...text.matchAll(/name="(csrf|version|submission)" value="([^"]+)"/g)];
    return Object.fromEntries(hidden.map(([, name, value]) => [name as string, value as string]));
  }

  it("is imposed by the officer, and rests on the decision", async () => {
    await site.officer.postAsIs(`${PAGE}/sanction`, { ...(await form()), imposedOn: "05.03.2025" }).expect(303);
    const [sanction] = await site.store.sanctionsOn(CASE);
    expect(sanction?.state).toEqual({ case: CASE, sanction: "warning", imposedOn: "2025-03-05", decision: 1 });
    const kept = await site.store.case(CASE);
    expect(kept?.state.content.sanctions).toEqual([{ sanction: "warning", imposedOn: "2025-03-05" }]);
    expect((await site.store.decision(`${CASE}/1`))?.state.content.sanctions).toBeUndefined();
    const { text } = await site.officer.get(PAGE).expect(200);
    expect(text).toContain("Rests on decision no. 1");
    expect(text).not.toContain(`${PAGE}/sanction`);
    expect((await site.officer.get(`${YEAR}?due=sanction`)).text).toContain("Nothing was found.");
  });

  it.each([
    ["31.02.2025", "This is not a day of the calendar."],
    ["21.03.2025", "is still to come"],
    ["28.02.2025", "before the decision as of"],
  ])("is not imposed on %s", async (day, message) => {
    const { text } = await site.officer.postAsIs(`${PAGE}/sanction`, { ...(await form()), imposedOn: day }).expect(422);
    expect(text).toContain(message);
    expect(await site.store.sanctionsOn(CASE)).toEqual([]);
  });

  it("is imposed once, however often the form is sent", async () => {
    const sent = { ...(await form()), imposedOn: "05.03.2025" };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => site.officer.postAsIs(`${PAGE}/sanction`, sent)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect((await site.store.case(CASE))?.version).toBe(2);
  });

  it("is not imposed from an old version of the case", async () => {
    const [one, another] = [await form(), await form()];
    await site.officer.postAsIs(`${PAGE}/sanction`, { ...one, imposedOn: "05.03.2025" }).expect(303);
    await site.officer.postAsIs(`${PAGE}/sanction`, { ...another, imposedOn: "06.03.2025" }).expect(409);
    expect((await site.store.sanctionsOn(CASE)).length).toBe(1);
  });

  it("is not for the auditor or the consultant to impose", async () => {
    const csrf = await site.auditor.formToken(PAGE);
    await site.auditor.postAsIs(`${PAGE}/sanction`, { csrf, imposedOn: "05.03.2025" }).expect(403);
  });
});

describe("a consultant's own years", () => {
  it("are listed, and lead to the case and its decisions, and to nobody else's", async () => {
    const site = await createChamberSite();
    await recordSeminars(site.services, "c-00001", "Айгерім Сәрсенова", 5);
    await recordSeminars(site.services, "c-00002", "Болат Ахметов", 5);
    const { text } = await site.consultant.get("/en/my-years").expect(200);
    expect(text).toContain(`${YEAR}/c-00001`);
    const own = await site.consultant.get(`${YEAR}/c-00001`).expect(200);
    expect(own.text).toContain('href="/en/my-years"');
    expect(own.text).not.toContain('<form class="report');
    await site.consultant.get(`${YEAR}/c-00001/decisions/1`).expect(200);
    await site.consultant.get(`${YEAR}/c-00002`).expect(403);
    await site.consultant.get(YEAR).expect(403);
  });
});
