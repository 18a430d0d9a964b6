import { parse } from "csv-parse/sync";
import type { Response, Test } from "supertest";
import { beforeAll, describe, expect, it } from "vitest";
import { LANGUAGES } from "../../server/language/languages.ts";
import { type ChamberSite, consultant, createChamberSite } from "./chamber-site.ts";
import { readXlsx } from "./read-xlsx.ts";
import { readZip } from "./read-zip.ts";
import { recordSeminars } from "./year-site.ts";

const FORMULAS = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\t=1", "\r=1", "＝1+1"];
const LIST = "/chambers/almaty-city/2024";

const hostile = FORMULAS.map((name, at) => consultant(`c-3000${at}`, { name }));
/** Whether XML cannot hold a character. */
const isForbidden = (character: string): boolean =>
  (character < " " && !"\t\n\r".includes(character)) || character === "\ufffe" || character === "\uffff";

/** Reads an answer as bytes. */
const whole: Parameters<Test["parse"]>[0] = (response, done) => {
  const chunks: Buffer[] = [];
  response.on("data", (chunk: Buffer) => chunks.push(chunk));
  response.on("end", () => done(null, Buffer.concat(chunks)));
};

const body = (response: Response): Buffer => response.body as Buffer;

describe("the list as a file", () => {
  let site: ChamberSite;
  const csv = async (language: string, query = "") => {
    const { text, headers } = await site.officer.get(`/${language}${LIST}/export.csv${query}`).expect(200);
    const rows = parse(text, { bom: true, delimiter: language === "en" ? "," : ";" }) as string[][];
    return { text, headers, rows };
  };
  const xlsx = async (language: string) =>
    readXlsx(body(await site.officer.get(`/${language}${LIST}/export.xlsx`).buffer().parse(whole).expect(200)));

  beforeAll(async () => {
    site = await createChamberSite({}, hostile);
    await recordSeminars(site.services, "c-00001", "Айгерім Сәрсенова", 5);
    await recordSeminars(site.services, "c-00002", "Болат Ахметов", 4, {
      activities: [
        {
          id: "a",
          form: "talk",
          title: "t",
          organizer: "o",
          from: "2024-05-01",
          to: "2024-05-01",
          units: 0.5,
          evidence: [{ kind: "c", name: "c" }],
        },
      ],
    });
  });

  it.each(LANGUAGES)(
    "is CSV that spreadsheets in %s read: the mark, the heads, points and days as they are written there",
    async (language) => {
      const { text, headers, rows } = await csv(language, "?q=Болат");
      expect(text.charCodeAt(0)).toBe(0xfeff);
      expect(headers["content-disposition"]).toBe("attachment; filename=almaty-city-2024.csv");
      expect(headers["content-type"]).toBe("text/csv; charset=utf-8");
      expect(rows).toHaveLength(2);
      expect(rows[1]?.slice(0, 2)).toEqual(["c-00002", "Болат Ахметов"]);
      expect(rows[1]?.[3]).toBe(language === "en" ? "1.5" : "1,5");
      expect(rows[1]?.[7]).toBe("01.03.2025");
    },
  );

  it("holds the whole list, in its order, or what is filtered", async () => {
    expect((await csv("en")).rows).toHaveLength(1 + 3 + FORMULAS.length);
    const { rows } = await csv("en", "?outcome=fulfilled&page=7");
    expect(rows.slice(1).map(([id]) => id)).toEqual(["c-00001"]);
    expect((await csv("en", "?sort=-points")).rows[1]?.[0]).toBe("c-00001");
  });

  it("has no text in its CSV that a spreadsheet takes for a formula", async () => {
    const { rows } = await csv("en");
    const cells = rows.flat();
    expect(cells.filter((cell) => /^[=+\-@\t\r＝]/.test(cell))).toEqual([]);
    for (const name of FORMULAS) expect(cells.map((cell) => cell.replace(/^'/, ""))).toContain(name);
  });

  it("has typed cells in its workbook, and no formula", async () => {
    const rows = await xlsx("ru");
    const [head, ...lines] = rows;
    expect(head?.map(({ value }) => value)).toEqual([
      "Номер",
      "Консультант",
      "Результат",
      "Баллы",
      "Норма",
      "Отчёт",
      "Замечаний",
      "На день",
      "Что нужно сделать",
    ]);
    const bolat = lines.find((cells) => cells[1]?.value === "Болат Ахметов");
    expect(bolat?.[3]).toEqual({ value: "1.5", type: "n", formula: false });
    expect(bolat?.[7]).toEqual({ value: "45717", type: "n", formula: false });
    expect(rows.flat().filter(({ formula }) => formula)).toEqual([]);
    for (const name of ["=cmd|' /C calc'!A0", "+1+1"]) {
      expect(lines.flat().find(({ value }) => value === name)?.type).toMatch(/^(s|str|inlineStr)$/);
    }
  });

  it("survives names with characters that XML cannot hold", async () => {
    const other = await createChamberSite({}, [consultant("c-40000", { name: "A\u0001\u001fB\uFFFF" })]);
    const workbook = body(await other.officer.get(`/en${LIST}/export.xlsx`).buffer().parse(whole).expect(200));
    for (const [name, xml] of readZip(workbook))
      expect({ name, forbidden: [...xml].some(isForbidden) }).toEqual({ name, forbidden: false });
    expect(
      readXlsx(workbook)
        .flat()
        .map(({ value }) => value),
    ).toContain("AB");
  });

  it("is the officer's and the auditor's, not the consultant's", async () => {
    await site.auditor.get(`/en${LIST}/export.csv`).expect(200);
    await site.consultant.get(`/en${LIST}/export.csv`).expect(403);
  });
});
