import { beforeEach, describe, expect, it } from "vitest";
import { LANGUAGES } from "../../server/language/languages.ts";
import { bookWith, richRules } from "../report-check/rich-rules.ts";
import { plain } from "../server/site.ts";
import { type ChamberSite, createChamberSite } from "./chamber-site.ts";

const RULES = bookWith(richRules());
const YEAR = "/en/chambers/almaty-city/2028";
const UPLOAD = `${YEAR}/upload`;

/** A CSV with these columns, a row of values for each of the others. */
const csv = (...rows: Record<string, string>[]): string => {
  const columns = Object.keys(Object.assign({}, ...rows));
  return [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ""))]
    .map((row) => row.join(";"))
    .join("\r\n");
};

const OF_CASE = {
  consultant: "c-00001",
  submitted_on: "10.02.2029",
  "consultant.seniority": "junior",
  "consultant.licensed-on": "05.06.2024",
  "consultant.mentor": "жоқ",
  "consultant.clients": "7,5",
  "decision.hardship": "01.11.2028",
};
const SEMINAR = {
  ...OF_CASE,
  form: "seminar",
  title: "Tax",
  from: "12.05.2028",
  "activity.hours": "5",
  "activity.mode": "in-person",
  "evidence.certificate": "no. 17|no. 18",
};
const ARTICLE = {
  ...OF_CASE,
  form: "article",
  title: "Courts",
  from: "13.05.2028",
  "activity.words": "3000",
  "activity.language": "kk",
  "activity.first-time": "да",
  evidence: "copy",
};

describe("a CSV under rules that ask for more", () => {
  let site: ChamberSite;
  beforeEach(async () => {
    site = await createChamberSite({ rules: RULES, today: () => "2029-03-20" });
  });

  const open = async (content: string) => {
    const csrf = await site.officer.formToken(UPLOAD);
    const { headers } = await site.officer.postFile(UPLOAD, { csrf, asOf: "01.03.2029" }, { name: "r.csv", content });
    const address = String(headers.location);
    return { address, text: plain((await site.officer.get(address).expect(200)).text) };
  };
  const recordAll = async (address: string, reason = "") => {
    await site.officer.postAsIs(address, { csrf: await site.officer.formToken(address), reason }).expect(303);
    return (await site.store.case("almaty-city/2028/c-00001"))?.state;
  };

  it("gives each of them in a column of its own, and is decided by them", async () => {
    const { address } = await open(csv(SEMINAR, ARTICLE));
    const kept = await recordAll(address);
    expect(kept?.content).toMatchObject({
      consultant: { attributes: { seniority: "junior", "licensed-on": "2024-06-05", mentor: false, clients: 7.5 } },
      activities: [
        {
          attributes: { hours: 5, mode: "in-person" },
          evidence: [
            { kind: "certificate", name: "no. 17" },
            { kind: "certificate", name: "no. 18" },
          ],
        },
        {
          attributes: { words: 3000, language: "kk", "first-time": true },
          evidence: [{ kind: "document", name: "copy" }],
        },
      ],
      decisions: [{ decision: "hardship", decidedOn: "2028-11-01" }],
    });
    expect(kept?.latest).toMatchObject({ total: 5.5, norm: 4 });
  });

  it("says nothing where a cell is empty: what was known of the consultant stays", async () => {
    const { address } = await open(csv(SEMINAR));
    await recordAll(address);
    const again = await open(
      csv({ consultant: "c-00001", "consultant.clients": "8", "decision.relief": "02.11.2028" }),
    );
    const kept = await recordAll(again.address, "More clients");
    expect(kept?.content.consultant.attributes).toMatchObject({ seniority: "junior", clients: 8 });
    expect(kept?.content.decisions?.map(({ decision }) => decision)).toEqual(["hardship", "relief"]);
    expect(kept?.latest?.outcome).toBe("exempt");
  });

  it.each([
    ["activity.hours", "many", "Activity 1, Length, hours: The attribute “hours” has to be"],
    ["activity.mode", "by post", "Activity 1, Mode: This value is not one of: in-person, remote, by-post"],
    ["consultant.licensed-on", "31.02.2024", "Licensed on: The attribute"],
    ["consultant.mentor", "perhaps", "Mentor: The attribute"],
    ["decision.hardship", "soon", "Decision 1, Day of the decision:"],
  ])("is refused row by row, with the place: %s", async (column, value, message) => {
    const good = { ...SEMINAR, consultant: "c-00002" };
    const { text } = await open(csv({ ...SEMINAR, [column]: value }, good));
    expect(text.replaceAll("&quot;", "“").replaceAll("“hours“", "“hours”")).toContain(message);
    expect(text).toContain("<b>1</b> <span>New decision</span>");
  });

  it("comes back with its columns where it is refused", async () => {
    const { address } = await open(csv({ ...SEMINAR, "activity.hours": "many" }));
    const { text } = await site.officer.get(address.replace("?", "/refused?")).expect(200);
    expect(text.split("\r\n", 1)[0]).toContain("activity.hours");
    expect(text).toContain("many");
  });

  it("may not have the columns of other rules", async () => {
    const { text } = await open(csv({ ...SEMINAR, "activity.minutes": "5" }));
    expect(text).toContain("activity.minutes");
    expect(text).not.toContain("New decision</span>");
  });

  it.each(LANGUAGES)("is described in %s, and the template has every column", async (language) => {
    const path = `/${language}/chambers/almaty-city/2028/upload`;
    const { text } = await site.officer.get(path).expect(200);
    const template = await site.officer.get(`${path}/template.csv`).expect(200);
    for (const name of Object.keys({ ...SEMINAR, ...ARTICLE })) {
      expect(text).toContain(`<code>${name}</code>`);
      expect(template.text).toContain(name);
    }
    const inWords = { kk: ["Бетпе-бет", "Қашықтан"], ru: ["Очно", "Дистанционно"], en: ["In person", "Remotely"] }[
      language
    ];
    expect(text).toContain(`in-person (${inWords[0]}), remote (${inWords[1]}), by-post`);
  });
});
