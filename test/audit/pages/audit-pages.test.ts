import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Sealer, startSealing } from "../../../server/audit/seals/sealer.ts";
import { LANGUAGES } from "../../../server/language/languages.ts";
import { newCase, REPORT, record, seminars } from "../../chamber/case-form.ts";
import { type ChamberSite, consultant, createChamberSite, OFFICER, SYSTEM } from "../../chamber/chamber-site.ts";
import { plain } from "../../server/site.ts";
import { openTemporaryStore } from "../../server/temporary-store.ts";
import { temporaryFolder } from "../../temporary-folder.ts";

const CASE = "almaty-city/2024/c-00001";
const SECRET = "$argon2id$v=19$secret";

let site: ChamberSite;
let sealer: Sealer;

beforeAll(async () => {
  const { store } = await openTemporaryStore();
  const path = join(temporaryFolder("seals"), "seals");
  sealer = startSealing(store, path, { now: () => new Date(), logger: pino({ level: "silent" }), every: 60_000 });
  site = await createChamberSite({ store, sealer });
  await record(site.officer, newCase("c-00001"), { ...seminars(4), ...REPORT });
  const officer = await store.account("officer");
  const state = { ...OFFICER.state, name: "=HYPERLINK(1)" };
  await store.commit({
    action: "account.change",
    by: { account: "officer", name: "@Gulnar" },
    reason: "+new name",
    records: [{ kind: "account", id: "officer", from: officer?.version ?? 0, state }],
  });
  await store.commit({
    action: "account.accept",
    by: SYSTEM,
    records: [
      {
        kind: "credential",
        id: "officer",
        from: 0,
        state: { passwordHash: SECRET, changedAt: "2025-01-01T00:00:00Z" },
      },
    ],
  });
  await sealer.seal();
});

afterAll(() => sealer.close());

const read = async (path: string): Promise<string> => plain((await site.auditor.get(path).expect(200)).text);
const newest = async (query: Parameters<ChamberSite["store"]["findEvents"]>[0]) =>
  (await site.store.findEvents(query))[0];
const rowsIn = (text: string): number => text.match(/<th role="rowheader"/g)?.length ?? 0;

describe("the list of events", () => {
  it.each(LANGUAGES)("says what was done, by whom, to which record, in %s", async (language) => {
    const text = await read(`/${language}/audit`);
    expect(text).toContain("@Gulnar");
    expect(text).toContain(`${CASE}/1`);
    expect(text).not.toMatch(/undefined|\[object|NaN/);
  });

  it("begins with the newest and says how the log is sealed", async () => {
    const text = await read("/en/audit");
    const { size } = await site.store.head();
    expect(text).toContain("the log is sealed");
    expect(text).toMatch(new RegExp(`covers ${size} events( and goes on from the seal before)?\\. Events since: 0`));
    expect(text.indexOf("Account changed</a>")).toBeLessThan(text.indexOf("Decision recorded</a>"));
  });

  it("is filtered by the address: who, what, which record, from and to which day", async () => {
    expect(rowsIn(await read("/en/audit?by=officer&action=account.change"))).toBe(1);
    expect(rowsIn(await read(`/en/audit?record=${encodeURIComponent(`${CASE}/1`)}`))).toBe(1);
    expect(rowsIn(await read("/en/audit?record=almaty-city/2024/"))).toBe(1);
    expect(await read("/en/audit?to=2000-01-01")).toContain("There are no such events");
    expect(await read("/en/audit?by=nobody")).toContain("There are no such events");
    expect(rowsIn(await read("/en/audit?from=2000-01-01&to=2999-01-01"))).toBeGreaterThan(3);
  });

  it("leaves out what a filter does not know", async () => {
    const whole = rowsIn(await read("/en/audit"));
    expect(rowsIn(await read("/en/audit?action=nothing&from=2025-02-31&before=-1&by[]=x"))).toBe(whole);
  });

  it("goes on page by page", async () => {
    const { size } = await site.store.head();
    const first = await newest({ limit: 1 });
    const text = await read(`/en/audit?before=${(first?.seq ?? 0) - 1}`);
    expect(rowsIn(text)).toBe(size - 2);
    expect(text).toContain('href="/en/audit"');
  });

  it("is shown to nobody but an auditor", async () => {
    await site.officer.get("/en/audit").expect(403);
    await site.officer.get("/en/audit/0").expect(403);
    await site.officer.get("/en/audit/export.csv").expect(403);
  });
});

describe("the page of an event", () => {
  it("tells each field before and after, in words", async () => {
    const event = await newest({ action: "account.change", limit: 1 });
    const text = await read(`/en/audit/${event?.seq}`);
    expect(text).toContain("Gulnar Officer</td>");
    expect(text).toContain("&#x3D;HYPERLINK(1)</td>");
    expect(text).toContain("Reason: +new name");
    expect(text).toContain('href="/en/audit?record&#x3D;officer"');
  });

  it("tells a case by the fields of its form, and leads to it", async () => {
    const event = await newest({ action: "decision.record", limit: 1 });
    const text = await read(`/en/audit/${event?.seq}`);
    expect(text).toContain("Seminar");
    expect(text).toContain("Norm not fulfilled");
    expect(text).toContain('href="/en/chambers/almaty-city/2024/c-00001/decisions/1"');
  });

  it("names leaves and sanctions as the rules do", async () => {
    expect(await read("/en/audit/0")).toContain("Childcare leave, 1 February 2024 –");
  });

  it("shows the records of a large event some at a time", async () => {
    const records = Array.from({ length: 60 }, (_, at) => consultant(`c-1${String(at).padStart(4, "0")}`));
    const { seq } = await site.store.commit({ action: "store.load", by: SYSTEM, records });
    const sections = (text: string): number => text.match(/class="record-change"/g)?.length ?? 0;
    const first = await read(`/en/audit/${seq}`);
    expect(sections(first)).toBe(25);
    expect(first).toContain("Records 1–25 of 60");
    const last = await read(`/en/audit/${seq}?from=50`);
    expect(sections(last)).toBe(10);
    expect(last).not.toContain("Next records");
  });

  it("shows that it is in the log that was sealed, with the hashes that prove it", async () => {
    const text = await read("/en/audit/0");
    expect(text).toContain("proven by a seal");
    expect(text).toContain(sealer.last?.root.toString("hex"));
  });

  it("never shows a secret, only that it changed", async () => {
    const event = await newest({ action: "account.accept", limit: 1 });
    const text = await read(`/en/audit/${event?.seq}`);
    expect(text).toContain("This record holds secrets");
    expect(text).not.toContain("argon2id");
  });

  it("is not there for an event that is not", async () => {
    for (const seq of ["99999", "-1", "x"]) await site.auditor.get(`/en/audit/${seq}`).expect(404);
  });
});

describe("the exported list", () => {
  const exported = async (query = ""): Promise<string> =>
    (await site.auditor.get(`/en/audit/export.csv${query}`).expect(200)).text;

  it("has a row for each record of each event, and the head in the reader's language", async () => {
    const rows = parse(await exported(), { bom: true }) as string[][];
    let records = 0;
    for (const { records: changed } of await site.store.findEvents({ limit: 1_000 })) records += changed.length;
    expect(rows).toHaveLength(records + 1);
    expect(rows[0]?.slice(0, 3)).toEqual(["Event no.", "When", "Who"]);
  });

  it("holds no formula and no secret, and keeps to the filter", async () => {
    const rows = parse(await exported("?action=account.change"), { bom: true }) as string[][];
    expect(rows).toHaveLength(2);
    expect(rows[1]).toContain("'@Gulnar");
    expect(rows[1]).toContain("'+new name");
    expect(await exported()).not.toContain("argon2id");
  });
});
