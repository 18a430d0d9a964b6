import { beforeEach, describe, expect, it } from "vitest";
import type { RuleSet } from "../../engine/index.ts";
import { imposeSanction } from "../../server/recording/impose-sanction.ts";
import { actorOf } from "../../server/sessions/actor-of.ts";
import type { Consultant, Stored } from "../../server/store/records.ts";
import type { Store } from "../../server/store/store.ts";
import { plain } from "../server/site.ts";
import { fillIn, record, YEAR } from "./case-form.ts";
import { type ChamberSite, createChamberSite, OFFICER, SYSTEM } from "./chamber-site.ts";
import { recordSeminars } from "./year-site.ts";

const PAGE = `${YEAR}/c-00002`;
const CASE = "almaty-city/2024/c-00002";

/** What the form brings with it that nobody types. */
function hiddenIn(html: string): Record<string, string> {
  const hidden = [...html.matchAll(/name="(csrf|version|submission|sanction)" value="([^"]+)"/g)];
  return Object.fromEntries(hidden.map(([, name, value]) => [name as string, value as string]));
}

describe("a sanction that is due", () => {
  let site: ChamberSite;
  beforeEach(async () => {
    site = await createChamberSite();
    await recordSeminars(site.services, "c-00002", "Болат Ахметов", 4);
  });

  const form = async () => hiddenIn((await site.officer.get(PAGE).expect(200)).text);

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

  it("is not imposed from an old version of the case: both sides are shown", async () => {
    const [one, another] = [await form(), await form()];
    await site.officer.postAsIs(`${PAGE}/sanction`, { ...one, imposedOn: "05.03.2025" }).expect(303);
    const { text } = await site.officer
      .postAsIs(`${PAGE}/sanction`, { ...another, imposedOn: "06.03.2025" })
      .expect(409);
    expect((await site.store.sanctionsOn(CASE)).length).toBe(1);
    expect(text).toContain("The case has changed meanwhile");
    expect(text).toContain("Gulnar Officer");
    expect(plain(text)).toMatch(/<td[^>]*>Warning – 5 March 2025<\/td><td[^>]*>Warning – 6 March 2025<\/td>/);
    expect(text).toContain("Rests on decision no. 1");
    const same = await site.officer.postAsIs(`${PAGE}/sanction`, { ...(await form()), ...another }).expect(409);
    expect(same.text).toContain("Warning – –");
  });

  it("can still be imposed where the case was corrected meanwhile: the day that was typed stays", async () => {
    const mine = await form();
    const correct = `${YEAR}/c-00002/correct`;
    await record(site.officer, correct, { "/activities/0/title": "Renamed", reason: "A misprint" });
    const { text } = await site.officer.postAsIs(`${PAGE}/sanction`, { ...mine, imposedOn: "20.03.2025" }).expect(409);
    expect(plain(text)).toContain("Decision no. 2 is recorded");
    expect(text).toContain('value="20.03.2025"');
    await site.officer.postAsIs(`${PAGE}/sanction`, { ...hiddenIn(text), imposedOn: "20.03.2025" }).expect(303);
    expect((await site.store.sanctionsOn(CASE)).map(({ state }) => state.decision)).toEqual([2]);
  });

  it("is not for the auditor or the consultant to impose", async () => {
    const csrf = await site.auditor.formToken(PAGE);
    await site.auditor.postAsIs(`${PAGE}/sanction`, { csrf, imposedOn: "05.03.2025" }).expect(403);
  });
});

describe("a suspension that is due", () => {
  const LATER = "2025-07-01";
  const SUSPENSION = { kind: "suspension", ground: "sanction", from: "2025-05-05", to: "2025-08-05" };
  let site: ChamberSite;

  /** A year with too few points, of which the term of the warning is over. */
  beforeEach(async () => {
    site = await createChamberSite({ today: () => LATER });
    const warned = { sanctions: [{ sanction: "warning", imposedOn: "2025-01-20" }] };
    await recordSeminars(site.services, "c-00002", "Болат Ахметов", 4, warned);
  });

  const impose = async (day = "05.05.2025") => {
    const { text } = await site.officer.get(PAGE).expect(200);
    return site.officer.postAsIs(`${PAGE}/sanction`, { ...hiddenIn(text), imposedOn: day });
  };
  const register = async () => (await site.store.consultant("c-00002"))?.state;
  const change = (state: Consultant) =>
    site.store.commit({
      action: "consultant.change",
      by: SYSTEM,
      records: [{ kind: "consultant", id: "c-00002", from: 1, state }],
    });

  it("stands in the register in the same change, as a sanction, to the last day of its term", async () => {
    const before = await site.store.head();
    expect((await impose()).status).toBe(303);
    expect((await register())?.absences).toEqual([SUSPENSION]);
    expect((await site.store.head()).size).toBe(before.size + 1);
    const [event] = await site.store.findEvents({ record: "c-00002", limit: 1 });
    expect(event).toMatchObject({ action: "sanction.impose", by: { account: "officer" } });
    expect(event?.records.map(({ kind }) => kind).sort()).toEqual(["case", "consultant", "sanction"]);
  });

  it("is filled in for the years to come, and exempts from none of them", async () => {
    await impose();
    for (const year of [2025, 2026]) {
      const page = `/en/chambers/almaty-city/${year}/new?consultant=c-00002`;
      const form = await fillIn(site.officer, page, {});
      expect(form).toMatchObject({
        "/absences/0/kind": "suspension",
        "/absences/0/ground": "sanction",
        "/absences/0/from": "05.05.2025",
        "/absences/0/to": "05.08.2025",
      });
      const seen = await site.officer.postAsIs(page, { ...form, do: "decide" }).expect(200);
      expect(plain(seen.text)).toContain("This does not exempt: suspension of activity (not as a sanction).");
      expect(seen.text).toContain("norm 10");
    }
  });

  it("joins what the register has of the consultant, in the order of the days", async () => {
    const absences = [
      { kind: "childcare-leave", from: "2023-01-01", to: "2023-02-01" },
      { kind: "maternity-leave", from: "2025-06-01", to: null },
    ];
    await change({ ...((await register()) as Consultant), absences });
    await impose();
    expect((await register())?.absences).toEqual([absences[0], SUSPENSION, absences[1]]);
  });

  it("stands there once, however often the form is sent", async () => {
    const { text } = await site.officer.get(PAGE).expect(200);
    const sent = { ...hiddenIn(text), imposedOn: "05.05.2025" };
    const answers = await Promise.all(Array.from({ length: 8 }, () => site.officer.postAsIs(`${PAGE}/sanction`, sent)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect((await register())?.absences).toEqual([SUSPENSION]);
  });

  it("goes through where the register is changed meanwhile, and keeps what was changed", async () => {
    let changes = 0;
    const readLate = async (id: string) => {
      const read = (await site.store.consultant(id)) as Stored<Consultant>;
      if (changes++ > 0) return read;
      await change({ ...read.state, name: "Болат Ахметұлы" });
      return read;
    };
    const bound = (value: unknown) => (typeof value === "function" ? value.bind(site.store) : value);
    const store = new Proxy(site.store, {
      get: (target, name: keyof Store) => (name === "consultant" ? readLate : bound(target[name])),
    });
    const rules = site.services.rules.inForce(2024)?.ruleSet as RuleSet;
    const toImpose = { case: CASE, from: 1, submission: "a-submission", imposedOn: "2025-05-05", rules, today: LATER };
    await imposeSanction(store, actorOf(OFFICER), toImpose);
    expect(changes).toBe(2);
    expect(await register()).toMatchObject({ name: "Болат Ахметұлы", absences: [SUSPENSION] });
    expect((await site.store.sanctionsOn(CASE)).map(({ state }) => state.sanction)).toEqual(["suspension"]);
  });

  it("leaves the register of another chamber alone, where the consultant has moved there", async () => {
    await change({ ...((await register()) as Consultant), chamber: "astana-city" });
    expect((await impose()).status).toBe(303);
    expect((await register())?.absences).toEqual([]);
    expect((await site.store.sanctionsOn(CASE)).map(({ state }) => state.sanction)).toEqual(["suspension"]);
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
