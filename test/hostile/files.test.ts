import { beforeAll, describe, expect, it } from "vitest";
import { draftOf, keepDraft, RULES_2022 } from "../adoption/drafts.ts";
import { type ChamberSite, createChamberSite } from "../chamber/chamber-site.ts";
import { caseOf, recordSeminars } from "../chamber/year-site.ts";
import { createDraftSite, type DraftSite } from "../workspace/draft-site.ts";
import { HOSTILE } from "./payload.ts";

const YEAR = "/en/chambers/almaty-city/2024";
const DRAFT = "/en/workspace/draft";
const ALIVE = /<script>hostile|<img src=x/;

/** What may not be kept, as it is written in JSON. */
const UNKEEPABLE_IN_JSON = ["\\u0000", "\\ud800", "\\udc00 \\ud800"];

describe("files of a chamber", () => {
  let site: ChamberSite;
  beforeAll(async () => {
    site = await createChamberSite();
    await recordSeminars(site.services, "c-00002", "Болат Ахметов", 4);
  });

  const send = async (path: string, name: string, content: string | Buffer) =>
    site.officer.postFile(`${YEAR}${path}`, { csrf: await site.officer.formToken(YEAR) }, { name, content });

  const activity = { ...caseOf("c-00001", 1).activities[0], title: HOSTILE, organizer: HOSTILE };

  it("hold hostile cases as text, which are recorded and shown so", async () => {
    const given = { ...caseOf("c-00001", 1), activities: [activity] };
    const sent = await send("/upload", "cases.ndjson", JSON.stringify(given));
    const address = String(sent.headers.location);
    expect((await site.officer.get(address).expect(200)).text).not.toMatch(ALIVE);
    await site.officer.postAsIs(address, { csrf: await site.officer.formToken(address) }).expect(303);
    const { text } = await site.officer.get(`${YEAR}/c-00001/decisions/1`).expect(200);
    expect(text).toContain("&lt;script&gt;hostile");
    expect(text).not.toMatch(ALIVE);
    const file = await site.officer.get(`${YEAR}/c-00001/decisions/1/case.json`).expect(200);
    expect(JSON.parse(file.text).activities[0].title).toBe(HOSTILE);
  });

  it.each(UNKEEPABLE_IN_JSON)("are refused row by row where they hold %s", async (written) => {
    const line = JSON.stringify(caseOf("c-00003", 1)).replace(/"title":"[^"]*"/, `"title":"a${written}b"`);
    const address = String((await send("/upload", "cases.ndjson", line)).headers.location);
    expect((await site.officer.get(address).expect(200)).text).toContain("holds a character that cannot be kept");
  });

  it.each(["consultant", "form", "title", "evidence"])(
    "say what is wrong with a hostile %s, as text",
    async (column) => {
      const quoted = `"${HOSTILE.replaceAll('"', '""')}"`;
      const cells = ["c-00001", "seminar", "T", "O", "01.05.2024", "c"];
      const columns = ["consultant", "form", "title", "organizer", "from", "evidence"];
      const row = cells.map((cell, at) => (columns[at] === column ? quoted : cell)).join(",");
      const address = String((await send("/upload", "a.csv", `${columns.join(",")}\r\n${row}`)).headers.location);
      expect((await site.officer.get(address).expect(200)).text).not.toMatch(ALIVE);
    },
  );

  it("are documents with a name that is text, and a header of one line", async () => {
    const name = `${HOSTILE.replaceAll(/["\\/]/g, "")}\u202efdp.exe`;
    expect((await send("/c-00002/documents", name, "%PDF-1.7\n%%EOF\n")).status).toBe(303);
    const { text } = await site.officer.get(`${YEAR}/c-00002`).expect(200);
    expect(text).not.toMatch(ALIVE);
    expect(text).not.toContain("\u202e");
    const [href = ""] = /[^"]*\/documents\/[0-9a-f]{64}/.exec(text) ?? [];
    const { headers } = await site.officer.get(href).expect(200);
    expect(headers["content-disposition"]).toMatch(/^attachment; filename=[\x20-\x7e]*$/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });
});

describe("the JSON of a draft as a file", () => {
  let site: DraftSite;
  beforeAll(async () => {
    site = await createDraftSite();
    await keepDraft(site.services.store, "draft", draftOf(RULES_2022));
  });

  async function upload(content: string) {
    const page = (await site.editor.get(`${DRAFT}/json`).expect(200)).text;
    const value = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";
    const fields = { csrf: value("csrf"), version: value("version"), submission: value("submission") };
    return site.editor.postFile(`${DRAFT}/json/upload`, fields, { name: "rules.json", content });
  }

  it.each(UNKEEPABLE_IN_JSON)("gives %s back as it was written, on pages that can be read", async (written) => {
    const text = RULES_2022.replace('"kk": "', `"kk": "a${written}b`);
    expect((await upload(text)).status).toBe(303);
    expect(JSON.parse((await site.editor.get(`${DRAFT}/json/download`)).text)).toEqual(JSON.parse(text));
    for (const path of ["", "/edit/about", "/json", "/history", "/review", "/sentences"]) {
      expect((await site.editor.get(DRAFT + path)).status, path).toBe(200);
    }
  });

  it("keeps a hostile name as text, and gives it back byte for byte", async () => {
    const ruleSet = JSON.parse(RULES_2022);
    ruleSet.forms[0].name.en = HOSTILE;
    expect((await upload(JSON.stringify(ruleSet))).status).toBe(303);
    expect((await site.editor.get(`${DRAFT}/json`)).text).not.toMatch(ALIVE);
    const file = (await site.editor.get(`${DRAFT}/json/download`)).text;
    expect(JSON.parse(file).forms[0].name.en).toBe(HOSTILE);
  });
});
