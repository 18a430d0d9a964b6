import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PublishedRules } from "../../server/published-rules.ts";
import { historyOf } from "../../server/recording/history-of.ts";
import { onList } from "../../server/register/on-list.ts";
import { openStore } from "../../server/store/open-store.ts";
import type { Consultant, Stored } from "../../server/store/records.ts";
import { startPostgresql, type TestServer } from "../store/postgresql.ts";
import { decided, newCase, REPORT, record, seminars, YEAR } from "./case-form.ts";
import { type ChamberSite, createChamberSite, SYSTEM } from "./chamber-site.ts";
import { caseOf, consultants } from "./year-site.ts";

const CASE = "almaty-city/2024/c-00001";

describe("a chamber's year in PostgreSQL", () => {
  let server: TestServer;
  let site: ChamberSite;

  beforeAll(async () => {
    server = await startPostgresql();
    const databaseUrl = await server.createDatabase();
    const store = await openStore({ dataFolder: "", databaseUrl, now: () => new Date() });
    site = await createChamberSite({ store }, consultants(40));
  }, 60_000);

  afterAll(async () => {
    await site?.store.close();
    await server?.stop();
  });

  it("records a decision, and one of those who record the same case at once", async () => {
    const page = newCase("c-00001");
    const forms = await Promise.all([1, 2, 3, 4].map(() => decided(site.officer, page, { ...seminars(5), ...REPORT })));
    const answers = await Promise.all(forms.map((form) => site.officer.postAsIs(page, form)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409]);
    const [again] = await Promise.all(forms.map((form) => site.officer.postAsIs(page, form)));
    expect([303, 409]).toContain(again?.status);
    expect(await site.store.decisionsOn(CASE)).toHaveLength(1);
  });

  it("corrects it, and keeps both", async () => {
    await record(site.officer, `${YEAR}/c-00001/correct`, { "/activities/0/evidence": "", reason: "No certificate" });
    const totals = (await site.store.decisionsOn(CASE)).map(({ state }) => state.decision.points.total);
    expect(totals).toEqual([10, 8]);
    await site.officer.get(`${YEAR}/c-00001`).expect(200);
  });

  it("records an upload once, however often", async () => {
    const upload = `${YEAR}/upload`;
    const content = Array.from({ length: 40 }, (_, at) =>
      JSON.stringify(caseOf(`c-200${String(at).padStart(2, "0")}`, 5)),
    ).join("\n");
    const csrf = await site.officer.formToken(upload);
    const { headers } = await site.officer.postFile(
      upload,
      { csrf, asOf: "2025-03-01" },
      { name: "a.ndjson", content },
    );
    const address = String(headers.location);
    await Promise.all([1, 2].map(() => site.officer.postAsIs(address, { csrf }).expect(303)));
    expect(await site.store.casesOf("almaty-city", 2024)).toHaveLength(41);
    expect((await site.officer.get(address).expect(200)).text).toContain("Recorded already");
    expect((await site.officer.get(`${YEAR}?outcome=fulfilled`).expect(200)).text).toContain("40 lines.");
  });

  it("finds the earlier years of a consultant who has come from another chamber", async () => {
    const { store, services } = site;
    const kept = (await store.consultant("c-00001")) as Stored<Consultant>;
    const state = onList(kept.state, { ...kept.state, chamber: "astana-city" });
    const records = [{ kind: "consultant", id: kept.id, from: kept.version, state }] as const;
    await store.commit({ action: "consultant.change", by: SYSTEM, records });
    const moved = (await store.consultant("c-00001")) as Stored<Consultant>;
    const { ruleSet } = services.rules.inForce(2026) as PublishedRules;
    expect(await historyOf(services, moved, 2026, ruleSet)).toEqual([
      { reportingYear: 2024, credited: 8, outcome: "unfulfilled" },
    ]);
  });
});
