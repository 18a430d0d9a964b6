import { beforeAll, describe, expect, it } from "vitest";
import { YEAR } from "./case-form.ts";
import { type ChamberSite, consultant, createChamberSite } from "./chamber-site.ts";
import { consultants, recordSeminars } from "./year-site.ts";

/** The names in the list, in its order. */
const namesIn = (html: string): string[] => {
  const table = /<tbody[\s\S]*<\/tbody>/.exec(html)?.[0] ?? "";
  return [...table.matchAll(/scope="row">(?:<a[^>]*>)?([^<]+)/g)].map(([, name]) => name as string);
};

/** How many lines each outcome has, as the page says. */
const countsIn = (html: string): Record<string, number> =>
  Object.fromEntries(
    [...html.matchAll(/<b>(\d+)<\/b> <span>([^<]+)<\/span>/g)].map(([, count, text]) => [
      text as string,
      Number(count),
    ]),
  );

describe("the list of a chamber's year", () => {
  let site: ChamberSite;
  const get = async (query = "") => (await site.officer.get(YEAR + query).expect(200)).text;

  beforeAll(async () => {
    site = await createChamberSite({}, [
      consultant("c-00005", { name: "Ерлан Жүнісов" }),
      consultant("c-00006", { name: "Joined Later", memberSince: "2025-02-01" }),
      consultant("c-00007", { name: "<b>Hostile</b>" }),
    ]);
    await recordSeminars(site.services, "c-00001", "Айгерім Сәрсенова", 5);
    await recordSeminars(site.services, "c-00002", "Болат Ахметов", 4);
  });

  it("counts by outcome of the last decisions, and by the register where there is none", async () => {
    expect(countsIn(await get())).toEqual({
      "Norm not fulfilled": 1,
      "Norm fulfilled": 1,
      "No decision yet": 2,
      "No duty by the register": 1,
    });
  });

  it("lists who was a member in the year, by name", async () => {
    expect(namesIn(await get())).toEqual([
      "&lt;b&gt;Hostile&lt;/b&gt;",
      "Айгерім Сәрсенова",
      "Болат Ахметов",
      "Гүлнар Өтегенова",
      "Ерлан Жүнісов",
    ]);
  });

  it("says what is due: the sanction that a decision calls for, and reports that are missing", async () => {
    expect(namesIn(await get("?due=sanction"))).toEqual(["Болат Ахметов"]);
    expect(namesIn(await get("?due=report"))).toEqual(["&lt;b&gt;Hostile&lt;/b&gt;", "Ерлан Жүнісов"]);
    expect(namesIn(await get("?due=decision"))).toEqual([]);
    expect(await get()).toContain("Reports missing: 2");
  });

  it("filters by outcome, report and name, and says so where nothing is found", async () => {
    expect(namesIn(await get("?outcome=fulfilled"))).toEqual(["Айгерім Сәрсенова"]);
    expect(namesIn(await get("?report=missing"))).toHaveLength(2);
    expect(namesIn(await get(`?q=${encodeURIComponent("сәРСен")}`))).toEqual(["Айгерім Сәрсенова"]);
    expect(namesIn(await get("?q=c-00005"))).toEqual(["Ерлан Жүнісов"]);
    expect(await get("?q=nobody")).toContain("Nothing was found.");
  });

  it("sorts by what is asked for, either way", async () => {
    expect(namesIn(await get("?sort=-points")).slice(0, 2)).toEqual(["Айгерім Сәрсенова", "Болат Ахметов"]);
    expect(namesIn(await get("?sort=state"))[0]).toBe("Болат Ахметов");
    expect(await get("?sort=-points")).toContain('aria-sort="descending"');
  });

  it("takes a query that it does not know for none", async () => {
    expect(namesIn(await get("?outcome=x&due[]=1&sort=__proto__&page=-1&q[a]=b"))).toHaveLength(5);
    expect(namesIn(await get("?page=999999"))).toHaveLength(5);
  });

  it("shows hostile searches as text", async () => {
    const text = await get(`?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(text).not.toContain("<script>alert");
  });

  it("is the officer's own chamber, which /chambers leads to", async () => {
    const first = await site.officer.get("/en/chambers").expect(303);
    expect(first.headers.location).toBe("/en/chambers/almaty-city");
    const second = await site.officer.get("/en/chambers/almaty-city").expect(303);
    expect(second.headers.location).toBe("/en/chambers/almaty-city/2025");
    await site.officer.get("/en/chambers/astana-city/2024").expect(403);
  });

  it("is every chamber's to the auditor, who records nothing", async () => {
    const chambers = await site.auditor.get("/en/chambers").expect(200);
    expect(chambers.text).toContain("Chamber of Astana");
    const { text } = await site.auditor.get(YEAR).expect(200);
    expect(text).not.toContain(`${YEAR}/new`);
  });

  it("is not there for a year without rules, or what is no year", async () => {
    await site.officer.get("/en/chambers/almaty-city/2021").expect(404);
    await site.officer.get("/en/chambers/almaty-city/20245").expect(404);
    await site.auditor.get("/en/chambers/nowhere/2024").expect(404);
  });
});

describe("the list of 1,500 consultants", () => {
  it("has pages of 50, each answered within half a second", async () => {
    const site = await createChamberSite({}, consultants(1497));
    const { text } = await site.officer.get(YEAR).expect(200);
    expect(namesIn(text)).toHaveLength(50);
    const began = performance.now();
    const last = await site.officer.get(`${YEAR}?page=30`).expect(200);
    expect(performance.now() - began).toBeLessThan(500);
    expect(namesIn(last.text).at(-1)).toBe("Консультант 1496");
    expect(last.text).toContain('aria-current="page" aria-label="Page 30"');
  });
});

describe("as time passes", () => {
  it("a decision that no longer says what holds is to be made again", async () => {
    const site = await createChamberSite({ today: () => "2025-05-20" });
    await recordSeminars(site.services, "c-00002", "Болат Ахметов", 4, {
      sanctions: [{ sanction: "warning", imposedOn: "2025-02-20" }],
    });
    const { text } = await site.officer.get(`${YEAR}?due=decision`).expect(200);
    expect(namesIn(text)).toEqual(["Болат Ахметов"]);
  });
});
