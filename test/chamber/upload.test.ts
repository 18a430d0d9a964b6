import { Readable } from "node:stream";
import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, it } from "vitest";
import { csvColumns } from "../../server/chamber/upload/csv-columns.ts";
import type { PublishedRules } from "../../server/published-rules.ts";
import type { Account, Stored } from "../../server/store/records.ts";
import { signIn } from "../server/visitor.ts";
import { YEAR } from "./case-form.ts";
import { type ChamberSite, createChamberSite, SYSTEM } from "./chamber-site.ts";
import { caseOf, consultants, recordSeminars } from "./year-site.ts";

const UPLOAD = `${YEAR}/upload`;
const HEADER = "consultant;submitted_on;form;title;organizer;from;to;evidence";

const line = (
  id: string,
  day: number,
  given: Partial<Record<"title" | "form" | "submitted" | "from", string>> = {},
): string =>
  [
    id,
    given.submitted ?? "10.02.2025",
    given.form ?? "seminar",
    given.title ?? `Семинар ${day}`,
    "Палата",
    given.from ?? `0${day}.05.2024`,
    "",
    "сертификат",
  ].join(";");

const fiveSeminars = (id: string): string[] => [1, 2, 3, 4, 5].map((day) => line(id, day));
const csv = (...lines: string[]): string => [HEADER, ...lines, ""].join("\r\n");

/** The numbers that the page of a file opens with. */
const countsIn = (html: string): Record<string, number> =>
  Object.fromEntries(
    [...html.matchAll(/<b>(\d+)<\/b> <span>([^<]+)<\/span>/g)].map(([, count, text]) => [
      text as string,
      Number(count),
    ]),
  );

describe("an upload of many cases", () => {
  let site: ChamberSite;
  beforeEach(async () => {
    site = await createChamberSite();
  });

  const send = async (content: string | Buffer, name = "reports.csv", fields: Record<string, string> = {}) => {
    const csrf = await site.officer.formToken(UPLOAD);
    return site.officer.postFile(UPLOAD, { csrf, asOf: "01.03.2025", ...fields }, { name, content });
  };
  const open = async (content: string, name?: string) => {
    const { headers } = await send(content, name);
    const address = String(headers.location);
    return { address, text: (await site.officer.get(address).expect(200)).text };
  };
  const recordAll = async (address: string, reason = "") => {
    const csrf = await site.officer.formToken(address);
    await site.officer.postAsIs(address, { csrf, reason }).expect(303);
    return (await site.officer.get(address).expect(200)).text;
  };

  it("is seen decided before anything is recorded, and then recorded", async () => {
    const { address, text } = await open(csv(...fiveSeminars("c-00001"), ...fiveSeminars("c-00002").slice(0, 3)));
    expect(countsIn(text)).toEqual({ "New decision": 2 });
    expect(text).toContain("Айгерім Сәрсенова");
    expect(await site.store.casesOf("almaty-city", 2024)).toEqual([]);
    const after = await recordAll(address);
    expect(countsIn(after)).toEqual({ "Recorded already": 2 });
    const recorded = await site.store.decision("almaty-city/2024/c-00002/1");
    expect(recorded?.state).toMatchObject({
      decision: { outcome: "unfulfilled", points: { total: 6 }, asOf: "2025-03-01" },
    });
    expect(recorded?.state.content.consultant.memberSince).toBe("2019-04-01");
    expect(recorded?.state.decision.trace?.length).toBeGreaterThan(3);
  });

  it("changes nothing the second time, and not where it is recorded twice at once", async () => {
    const { address } = await open(csv(...fiveSeminars("c-00001"), ...fiveSeminars("c-00002")));
    const csrf = await site.officer.formToken(address);
    await Promise.all([1, 2, 3].map(() => site.officer.postAsIs(address, { csrf }).expect(303)));
    const before = await site.store.head();
    const again = await open(csv(...fiveSeminars("c-00001"), ...fiveSeminars("c-00002")));
    expect(again.address).toBe(address);
    expect(countsIn(again.text)).toEqual({ "Recorded already": 2 });
    await recordAll(address, "A reason");
    expect((await site.store.head()).size).toBe(before.size);
    expect((await site.store.decisionsOn("almaty-city/2024/c-00001")).length).toBe(1);
  });

  it("takes the good rows and returns the bad ones with reasons, to be mended and sent again", async () => {
    const content = csv(
      ...fiveSeminars("c-00001"),
      line("c-00002", 1, { from: "31.02.2024" }),
      line("c-00004", 1),
      line("c-99999", 1),
      line("c-00003", 1, { title: "=1+1" }),
      line("c-00003", 2, { submitted: "11.02.2025" }),
      line("c-00001", 6),
    );
    const { address, text } = await open(content);
    expect(countsIn(text)).toEqual({ "New decision": 1, "Refused rows": 5 });
    await recordAll(address);
    expect((await site.store.casesOf("almaty-city", 2024)).map(({ id }) => id)).toEqual(["almaty-city/2024/c-00001"]);

    const refused = await site.officer.get(address.replace("?", "/refused?")).expect(200);
    expect(refused.headers["content-disposition"]).toBe("attachment; filename=refused-almaty-city-2024.csv");
    const rows = parse(refused.text, { bom: true, delimiter: ";", columns: true }) as Record<string, string>[];
    expect(rows.map(({ consultant, row }) => [consultant, row])).toEqual([
      ["c-00002", "7"],
      ["c-00004", "8"],
      ["c-99999", "9"],
      ["c-00003", "10"],
      ["c-00003", "10"],
      ["c-00001", "12"],
    ]);
    expect(rows[0]?.reason).toContain("Activity 1, ");
    expect(rows[1]?.reason).toBe("c-00004 is not on the chamber’s list. Enter them into the register first.");
    expect(rows[3]).toMatchObject({ title: "'=1+1", reason: expect.stringContaining("submitted_on") });
    expect(rows[5]?.reason).toContain("in the file twice");
    const kazakh = await site.officer.get(address.replace("/en/", "/kk/").replace("?", "/refused?"));
    expect(kazakh.text).toContain("палатаның тізімінде жоқ");

    const mended = refused.text.replace("31.02.2024", "01.05.2024");
    expect(countsIn((await open(mended)).text)["New decision"]).toBe(1);
  });

  it("corrects what is recorded only with a reason", async () => {
    await recordSeminars(site.services, "c-00001", "Айгерім Сәрсенова", 4);
    const { address, text } = await open(csv(...fiveSeminars("c-00001"), ...fiveSeminars("c-00002")));
    expect(countsIn(text)).toEqual({ "New decision": 1, Correction: 1 });
    expect(countsIn(await recordAll(address))).toEqual({ Correction: 1, "Recorded already": 1 });
    expect(countsIn(await recordAll(address, "The chamber's own list"))).toEqual({ "Recorded already": 2 });
    expect((await site.store.decision("almaty-city/2024/c-00001/2"))?.state).toMatchObject({
      corrects: 1,
      reason: "The chamber's own list",
    });
  });

  it("says so where the reason holds a character that no store can keep, and records nothing", async () => {
    await recordSeminars(site.services, "c-00001", "Айгерім Сәрсенова", 4);
    const { address } = await open(csv(...fiveSeminars("c-00001"), ...fiveSeminars("c-00002")));
    const csrf = await site.officer.formToken(address);
    const { text } = await site.officer.postAsIs(address, { csrf, reason: "The list\u0000" }).expect(422);
    expect(text).toContain("holds a character that cannot be kept");
    expect(text).toContain("The list\u0000</textarea>");
    expect(countsIn(text)).toEqual({ "New decision": 1, Correction: 1 });
  });

  it("is NDJSON of the contract too, with a day of its own where a line has one", async () => {
    const lines = [
      JSON.stringify({ case: caseOf("c-00001", 5), asOf: "2025-02-20" }),
      JSON.stringify(caseOf("c-00002", 5)),
      "",
      "{ not json",
      JSON.stringify(caseOf("c-00003", 5, { reportingYear: 2023 })),
      JSON.stringify({ ...caseOf("c-00003", 5), unknown: 1 }),
      JSON.stringify(caseOf("c-00004", 5)),
    ];
    const { address, text } = await open(`\uFEFF${lines.join("\n")}`, "cases.ndjson");
    expect(countsIn(text)).toEqual({ "New decision": 2, "Refused rows": 4 });
    await recordAll(address);
    expect((await site.store.case("almaty-city/2024/c-00001"))?.state.latest?.asOf).toBe("2025-02-20");
    expect((await site.store.case("almaty-city/2024/c-00002"))?.state).toMatchObject({
      content: caseOf("c-00002", 5),
      latest: { asOf: "2025-03-01" },
    });
    const refused = await site.officer.get(address.replace("?", "/refused?")).expect(200);
    const answers = String(refused.body)
      .trim()
      .split("\n")
      .map((answer) => JSON.parse(answer) as { line: number; error: string[]; given: string });
    expect(answers.map(({ line: number }) => number)).toEqual([4, 5, 6, 7]);
    expect(answers[1]?.error[0]).toContain("2023");
    expect(answers[3]?.given).toBe(lines[6]);
  });

  it.each([
    ["commas, without the mark", csv(...fiveSeminars("c-00001")).replaceAll(";", ",")],
    ["semicolons, with the mark", `\uFEFF${csv(...fiveSeminars("c-00001"))}`],
    ["line feeds alone", csv(...fiveSeminars("c-00001")).replaceAll("\r\n", "\n")],
    ["quoted values with what separates them", csv(line("c-00001", 1, { title: '"Салық; ""даулары""\r\nжәне сот"' }))],
  ])("is CSV with %s", async (_, content) => {
    expect(countsIn((await open(content)).text)).toEqual({ "New decision": 1 });
  });

  it("is refused whole where it is empty, or in another encoding than UTF-8", async () => {
    const empty = await send("");
    expect([empty.status, empty.text.includes("Choose a file.")]).toEqual([422, true]);
    const windows1251 = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
    const other = await send(windows1251);
    expect([other.status, other.text.includes("The file is not UTF-8.")]).toEqual([422, true]);
  });

  it.each([
    ["an unknown column", "consultant;points\r\nc-00001;10\r\n", "The column “points” is not known."],
    ["a column twice", "consultant;form;form\r\nc-00001;a;b\r\n", "“form” is there twice"],
    ["no column for the consultant", "form;title\r\nseminar;a\r\n", "“consultant” is missing"],
    ["a quotation mark that is never closed", `${csv(...fiveSeminars("c-00001"))}"c-00002;`, "cannot be read from row"],
    ["a row too short", `${csv(...fiveSeminars("c-00001"))}c-00002;10.02.2025\r\n`, "cannot be read from row"],
  ])("says where a file has %s", async (_, content, message) => {
    const { text } = await open(content);
    expect(text).toContain(message);
  });

  it("refuses a day that is none, or is still to come", async () => {
    const later = await send(csv(...fiveSeminars("c-00001")), "a.csv", { asOf: "21.03.2025" });
    expect([later.status, later.text.includes("is still to come")]).toEqual([422, true]);
    const line = JSON.stringify({ case: caseOf("c-00001", 5), asOf: "2025-03-21" });
    expect((await open(line)).text).toContain("is still to come");
    const { status, text } = await send(csv(...fiveSeminars("c-00001")), "a.csv", { asOf: "31.02.2025" });
    expect(status).toBe(422);
    expect(text).toContain("This is not a day of the calendar.");
  });

  it("refuses a row with a character that no store can keep", async () => {
    const bad = JSON.stringify(caseOf("c-00001", 1)).replace("Activity a1", "a\\u0000b");
    const { text } = await open([bad, JSON.stringify(caseOf("c-00002", 1))].join("\n"));
    expect(countsIn(text)).toEqual({ "New decision": 1, "Refused rows": 1 });
  });

  it("shows hostile values as text", async () => {
    const { text } = await open(csv(line("<script>alert(1)</script>", 1)));
    expect(text).not.toContain("<script>alert");
  });

  it("is not found under an address that nobody was given", async () => {
    await site.officer.get(`${UPLOAD}/${"0".repeat(64)}?format=ndjson&as-of=2025-03-01`).expect(404);
    const { address } = await open(csv(...fiveSeminars("c-00001")));
    await site.officer.get(address.replace("csv-semicolon", "exe")).expect(404);
    await site.auditor.get(address).expect(403);
  });

  it("is found by whoever uploaded it, for its chamber's year, and by nobody else", async () => {
    const grantedIn = (id: string, chamber: string): Stored<Account> => ({
      id,
      version: 1,
      state: { login: id, name: id, grants: [{ role: "officer", chamber }], closed: false },
    });
    const [colleague, other] = [grantedIn("colleague", "almaty-city"), grantedIn("stranger", "astana-city")];
    await site.store.commit({
      action: "store.load",
      by: SYSTEM,
      records: [colleague, other].map(({ id, state }) => ({ kind: "account", id, from: 0, state })),
    });
    const { address } = await open(csv(...fiveSeminars("c-00001")));
    const elsewhere = address.replace("almaty-city", "astana-city");
    const stranger = await signIn(site.app, site.services, other);
    for (const path of [elsewhere, elsewhere.replace("?", "/refused?")]) await stranger.get(path).expect(404);
    const csrf = await stranger.formToken("/en/chambers/astana-city/2024/upload");
    await stranger.postAsIs(elsewhere, { csrf }).expect(404);
    await (await signIn(site.app, site.services, colleague)).get(address).expect(404);
    await site.officer.get(address.replace("/2024/", "/2023/")).expect(404);
    await site.officer.get(address).expect(200);
  });

  it("is no way to the documents of a case", async () => {
    const evidence = csv(...fiveSeminars("c-00001"));
    for (const content of [evidence, `${"a".repeat(500)}\n`, "", "short"]) {
      const { sha256 } = await site.store.keepDocument(Readable.from([Buffer.from(content)]));
      await site.officer.get(`${UPLOAD}/${sha256}?format=csv-semicolon&as-of=2025-03-01`).expect(404);
    }
  });

  it("is read whole where it is larger than what the store reads at once", async () => {
    const title = "ұ".repeat(2000);
    const lines = ["c-00001", "c-00002", "c-00003"].flatMap((id) =>
      Array.from({ length: 9 }, (_, at) => line(id, at + 1, { title: `${title} ${at}` })),
    );
    const { text } = await open(csv(...lines));
    expect(countsIn(text)).toEqual({ "New decision": 3 });
  });

  it("gives a template that it takes itself", async () => {
    const columns = csvColumns((site.services.rules.inForce(2024) as PublishedRules).ruleSet);
    for (const language of ["kk", "en"]) {
      const { text } = await site.officer.get(`/${language}/chambers/almaty-city/2024/upload/template.csv`).expect(200);
      expect(countsIn((await open(text)).text)).toEqual({ "New decision": 1 });
      for (const { name } of columns) expect(text).toContain(name);
    }
  });
});

describe("an upload of 1,500 cases", () => {
  it("is recorded whole within 30 seconds, and keeps no more than a row in memory", { timeout: 60_000 }, async () => {
    const site = await createChamberSite({}, consultants(1500));
    const lines = Array.from({ length: 1500 }, (_, at) =>
      JSON.stringify(caseOf(`c-2${String(at).padStart(4, "0")}`, 5)),
    );
    const csrf = await site.officer.formToken(UPLOAD);
    const sent = await site.officer.postFile(
      UPLOAD,
      { csrf, asOf: "2025-03-01" },
      { name: "all.ndjson", content: lines.join("\n") },
    );
    const began = performance.now();
    await site.officer.postAsIs(String(sent.headers.location), { csrf }).expect(303);
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(await site.store.casesOf("almaty-city", 2024)).toHaveLength(1500);
  });
});
