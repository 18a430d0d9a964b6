import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENGINE } from "../../server/recording/evaluators.ts";
import { findingOfReproduction } from "../../server/replay/finding.ts";
import { keepLookingBack } from "../../server/replay/looking-back/kept/keep-looking-back.ts";
import type { Replayed } from "../../server/replay/replay-case.ts";
import { checkStore } from "../../server/store/check/check-store.ts";
import { copyStore } from "../../server/store/copy-store.ts";
import { openStore } from "../../server/store/open-store.ts";
import type { LookingBack } from "../../server/store/records.ts";
import { changed } from "../adoption/drafts.ts";
import type { Visitor } from "../server/visitor.ts";
import { startPostgresql, type TestServer } from "../store/postgresql.ts";
import { type CountrySite, makeSmallCountry, openCountrySite } from "./country-site.ts";

const HOSTILE = '=HYPERLINK("x") <script>alert(1)</script> {{t "x"}} \u202e';
const CHAMBER = "almaty-city";

/** A draft that asks for so many points. */
const asking = (points: number): string =>
  changed((set) => {
    set.amounts.find(({ id }: { id: string }) => id === "norm").value = points;
    set.examples = [];
  });

let server: TestServer;
beforeAll(async () => {
  server = await startPostgresql();
}, 60_000);
afterAll(() => server?.stop());

async function inDatabase(folder: string): Promise<string> {
  const databaseUrl = await server.createDatabase();
  const now = () => new Date();
  const [from, to] = [
    await openStore({ dataFolder: folder, databaseUrl: null, now }),
    await openStore({ dataFolder: "", databaseUrl, now }),
  ];
  await copyStore(from, to);
  await Promise.all([from.close(), to.close()]);
  return databaseUrl;
}

type Person = Pick<Replayed, "chamber" | "reportingYear" | "consultant" | "before" | "after">;

const fieldIn = (text: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? "";
const headingOf = (text: string): string => /<h1>(.*?)<\/h1>/.exec(text)?.[1] ?? "";
/** What the tables of a page say. */
const tablesOf = (text: string): string[] =>
  [...text.matchAll(/<tbody[^>]*>(.*?)<\/tbody>/gs)].map(([, body = ""]) => body.replaceAll(/<[^>]*>/g, ""));

describe.each(["embedded", "postgresql"] as const)("results of looking back in the store %s", (kind) => {
  let open: () => Promise<CountrySite>;
  let site: CountrySite;
  let member: Visitor;

  beforeAll(async () => {
    const folder = await makeSmallCountry();
    const databaseUrl = kind === "embedded" ? null : await inDatabase(folder);
    open = () => openCountrySite(folder, databaseUrl);
    site = await open();
    await site.keepDraft("stricter", asking(14), HOSTILE);
    await site.keepDraft("strictest", asking(20));
    await site.keepDraft("milder", asking(11));
    member = await site.as("member");
  }, 180_000);
  afterAll(() => site.services.store.close());

  async function restart(): Promise<void> {
    await site.services.store.close();
    site = await open();
    member = await site.as("member");
  }

  /** The page of a look back that came to its end. */
  async function whole(visitor: Visitor, path: string): Promise<string> {
    for (;;) {
      const { text, headers } = await visitor.get(path).expect(200);
      if (!headers.refresh) return text;
    }
  }

  /** Keeps what a page shows, and gives the address of what was kept. */
  async function keep(visitor: Visitor, path: string, note = ""): Promise<{ address: string; page: string }> {
    const page = await whole(visitor, path);
    const [place = "", query = ""] = path.split("?");
    const fields = {
      csrf: fieldIn(page, "csrf"),
      submission: fieldIn(page, "submission"),
      seen: fieldIn(page, "seen"),
      note,
    };
    const { headers, status } = await visitor.postAsIs(`${place}/keep${query && `?${query}`}`, fields);
    expect(status).toBe(303);
    return { address: headers.location as string, page };
  }

  const keptState = async (address: string): Promise<LookingBack> => {
    const kept = await site.services.store.lookingBack(address.split("/").at(-1) ?? "");
    if (!kept) throw new Error(`${address} is not kept`);
    return kept.state;
  };

  it("are kept with who, when, what, the figures and the list, in one event of the log", async () => {
    const { size } = await site.services.store.head();
    const { address, page } = await keep(member, "/en/looking-back/what-if/stricter?year=2023&year=2024", HOSTILE);
    expect(address).toMatch(/^\/en\/looking-back\/kept\/[0-9a-f]{16}$/);
    const added = await site.services.store.findEvents({ limit: 10 });
    expect(added[0]).toMatchObject({ action: "replay.keep", records: [{ kind: "looking-back", before: null }] });
    const state = await keptState(address);
    const account = await site.account("member");
    const draft = await site.services.store.draft("stricter");
    expect(state).toMatchObject({
      chamber: null,
      asked: { kind: "what-if", ruleSet: { effectiveYear: 2022 }, draft: { id: "stricter", version: draft?.version } },
      chambers: [],
      years: [2023, 2024],
      engine: ENGINE,
      events: size,
      keptBy: { account: account.id, name: account.state.name },
      note: HOSTILE,
    });
    const { replayed } = state.figures as { replayed: { changed: number; cases: number } };
    expect(page).toContain(`<h1>Of ${replayed.cases} decided reports, ${replayed.changed} would come`);
    expect(replayed.changed).toBeGreaterThan(10);
    expect(state.list.lines).toBe(replayed.changed);
  });

  it("are opened as they were found, with the same tables, also after a restart and with the draft gone", async () => {
    const { address, page } = await keep(member, "/ru/looking-back/what-if/stricter");
    await site.keepDraft("stricter", asking(3), HOSTILE);
    await restart();
    const { text } = await member.get(address).expect(200);
    expect(headingOf(text)).toBe(headingOf(page));
    expect(tablesOf(text)).toEqual(tablesOf(page));
    expect(tablesOf(text).length).toBeGreaterThan(3);
    expect(text).not.toContain("what-if/stricter/");
    await site.keepDraft("stricter", asking(14), HOSTILE);
    const people = (await member.get(address).expect(200)).text.match(/what-if\/stricter\/[^"]*\/c-\d+/g) ?? [];
    expect(people.length).toBeGreaterThan(10);
    await member.get(`/ru/looking-back/${people[0]}`).expect(200);
  });

  it("are byte-stable: the same look back, kept twice, has the same list and figures", async () => {
    const one = await keptState((await keep(member, "/en/looking-back/known/2024-02-01")).address);
    await restart();
    const other = await keptState((await keep(member, "/kk/looking-back/known/2024-02-01")).address);
    expect(other.list).toEqual(one.list);
    expect(JSON.stringify(other.figures)).toBe(JSON.stringify(one.figures));
    expect(one.asked).toMatchObject({ kind: "known-on", day: "2024-02-01" });
  });

  it("are kept once, however often the form is sent", async () => {
    const page = await whole(member, "/en/looking-back/reproduce?year=2022");
    const fields = {
      csrf: fieldIn(page, "csrf"),
      submission: fieldIn(page, "submission"),
      seen: fieldIn(page, "seen"),
    };
    const before = (await site.services.store.lookingsBack()).length;
    const sent = await Promise.all(
      [1, 2, 3].map(() => member.postAsIs("/en/looking-back/reproduce/keep?year=2022", fields)),
    );
    expect(new Set(sent.map(({ headers }) => headers.location)).size).toBe(1);
    expect((await site.services.store.lookingsBack()).length).toBe(before + 1);
  });

  it("are never another than what was shown: it is shown anew, with the note that was typed", async () => {
    const page = await whole(member, "/en/looking-back/what-if/strictest?year=2022");
    const seen = fieldIn(page, "seen");
    await site.keepDraft("strictest", asking(30));
    const before = (await site.services.store.lookingsBack()).length;
    const again = await member.postAsIs("/en/looking-back/what-if/strictest/keep?year=2022", {
      ...{ csrf: fieldIn(page, "csrf"), submission: fieldIn(page, "submission"), seen, note: "For the meeting" },
    });
    expect(again.status).toBe(409);
    expect(again.text).toContain("The result was not kept");
    expect(again.text).toContain(">For the meeting</textarea>");
    expect(fieldIn(again.text, "seen")).not.toBe(seen);
    expect((await site.services.store.lookingsBack()).length).toBe(before);
  });

  it("are listed by kind, by who kept them and by day, a hostile note as the text that it is", async () => {
    const auditor = await site.as("auditor");
    await keep(auditor, "/en/looking-back/reproduce");
    const { text } = await auditor.get("/en/looking-back/kept").expect(200);
    expect(text).toContain("&lt;script&gt;");
    expect(text).not.toContain("<script>alert");
    const count = (page: string): number => page.match(/kept\/[0-9a-f]{16}"/g)?.length ?? 0;
    const listed = async (query: string): Promise<number> =>
      count((await auditor.get(`/en/looking-back/kept?${query}`).expect(200)).text);
    const all = (await site.services.store.lookingsBack()).map(({ state }) => state);
    const by = (await site.account("auditor")).id;
    expect(await listed("")).toBe(all.length);
    expect(await listed("kind=reproduce")).toBe(all.filter(({ asked }) => asked.kind === "reproduce").length);
    expect(await listed(`by=${by}`)).toBe(1);
    expect(await listed("from=2026-11-23&to=2026-11-23")).toBe(all.length);
    expect(await listed("to=2026-11-22")).toBe(0);
  });

  it("are compared: the figures with their differences, and just the people who differ", async () => {
    const [one, other] = [
      await keep(member, "/en/looking-back/what-if/milder?year=2023"),
      await keep(member, "/en/looking-back/what-if/stricter?year=2023"),
    ];
    const [a, b] = await Promise.all([keptState(one.address), keptState(other.address)]);
    const ids = [one, other].map(({ address }) => address.split("/").at(-1));
    const query = `result=${ids[0]}&result=${ids[1]}`;
    const { text } = await member.get(`/en/looking-back/kept/compare?${query}`).expect(200);
    const changedIn = ({ figures }: LookingBack) => (figures as { replayed: { changed: number } }).replayed.changed;
    const difference = changedIn(b) - changedIn(a);
    expect(difference).toBeGreaterThan(0);
    expect(text).toContain(
      `<td class="number">${changedIn(a)}</td><td class="number">${changedIn(b)}</td><td class="number">+${difference}</td>`,
    );
    const people = async (address: string): Promise<Map<string, string>> => {
      const { body } = await member.get(`${address}/export.json`).expect(200);
      const key = (person: Person) => `${person.chamber}/${person.reportingYear}/${person.consultant}`;
      return new Map(
        body.found.people.map((person: Person) => [key(person), JSON.stringify([person.before, person.after])]),
      );
    };
    const [here, there] = [await people(one.address), await people(other.address)];
    const expected = [...new Set([...here.keys(), ...there.keys()])].filter((key) => here.get(key) !== there.get(key));
    const { body } = await member.get(`/en/looking-back/kept/compare/export.json?${query}`).expect(200);
    expect(body.people.map(({ place }: { place: string }) => place).sort()).toEqual(expected.sort());
    expect(text).toContain(`<h1>The results differ on ${expected.length} reports.</h1>`);
    const csv = await member.get(`/en/looking-back/kept/compare/export.csv?${query}`).expect(200);
    expect((parse(csv.text, { bom: true }) as string[][]).length).toBe(expected.length + 1);
    await member.get(`/en/looking-back/kept/compare/export.xlsx?${query}`).expect(200);
  });

  it("are compared whatever their kinds, and two are needed for it", async () => {
    const kept = await site.services.store.lookingsBack();
    const idOf = (asked: string): string => kept.find(({ state }) => state.asked.kind === asked)?.id ?? "";
    const pairs = [
      ["reproduce", "known-on"],
      ["what-if", "reproduce"],
      ["known-on", "what-if"],
    ].map((pair) => pair.map(idOf));
    for (const [one, other] of pairs)
      await member.get(`/kk/looking-back/kept/compare?result=${one}&result=${other}`).expect(200);
    const { text } = await member.get(`/en/looking-back/kept/compare?result=${idOf("reproduce")}`).expect(422);
    expect(text).toContain("Tick exactly two results");
    await member.get(`/en/looking-back/kept/compare?result=${idOf("reproduce")}&result=none`).expect(404);
  });

  it("tell each decision that was unlike, in files that no spreadsheet takes for formulas", async () => {
    const { store } = site.services;
    const decision = `${CHAMBER}/2024/c-00001/1`;
    const unlike = [{ code: "differs", decision, place: "=1+1", recorded: HOSTILE, now: "@SUM(1)" }] as const;
    const finding = findingOfReproduction({ decisions: 9, places: { [`${CHAMBER}/2024`]: 9 }, unlike: [...unlike] });
    const id = await keepLookingBack(store, finding, {
      ...{
        by: { account: null, name: "test" },
        at: "2026-11-23T06:00:00.000Z",
        note: "",
        submission: "unlike",
        chamber: null,
      },
      ...{ asked: { kind: "reproduce" }, scope: {}, from: { at: "2026-11-23T06:00:00.000Z", events: 1 } },
    });
    const { text } = await member.get(`/en/looking-back/kept/${id}`).expect(200);
    expect(text).toContain("<h1>Of 9 decisions, 1 did not come out as recorded.</h1>");
    expect(text).toContain("&lt;script&gt;");
    const { text: csv } = await member.get(`/en/looking-back/kept/${id}/export.csv`).expect(200);
    const [, row] = parse(csv, { bom: true }) as string[][];
    expect(row?.slice(-3)).toEqual(["'=1+1", `'${HOSTILE}`, "'@SUM(1)"]);
    const { body } = await member.get(`/en/looking-back/kept/${id}/export.json`).expect(200);
    expect(body.found.unlike).toEqual(unlike);
  });

  it("of making decisions again are exported, as CSV, XLSX and JSON", async () => {
    const path = "/en/looking-back/reproduce";
    const { body } = await member.get(`${path}/export.json?year=2023`).expect(200);
    expect(body.unlike).toEqual([]);
    expect(Object.keys(body.places).every((place) => place.endsWith("/2023"))).toBe(true);
    const csv = await member.get(`${path}/export.csv?year=2023`).expect(200);
    expect(parse(csv.text, { bom: true })).toHaveLength(1);
    expect((await member.get(`${path}/export.xlsx?year=2023`).expect(200)).headers["content-disposition"]).toContain(
      "reproduction.xlsx",
    );
  });

  it("leave a store that is whole, and everything else as it was", async () => {
    const found: unknown[] = [];
    for await (const problem of checkStore(site.services.store)) found.push(problem);
    expect(found).toEqual([]);
  });

  describe("of one chamber", () => {
    let officer: Visitor;
    let own: string;
    let base: string;
    beforeAll(async () => {
      own = (await site.account("officer")).state.grants.find(({ role }) => role === "officer")?.chamber ?? "";
      base = `/en/looking-back/chambers/${own}`;
      officer = await site.as("officer");
    });

    it("are looked for by its officer in all three ways, on its cases alone", async () => {
      await officer.get("/en/looking-back").expect(303).expect("location", base);
      for (const way of ["reproduce", "what-if/2022-1", "known/2024-02-01"]) {
        const { address } = await keep(officer, `${base}/${way}`);
        expect(address).toMatch(new RegExp(`^${base}/kept/[0-9a-f]{16}$`));
        const state = await keptState(address);
        expect(state).toMatchObject({ chamber: own, chambers: [own] });
        const { figures } = state;
        const chambers =
          "replayed" in figures
            ? Object.keys(figures.replayed.chambers)
            : Object.keys(figures.reproduced.places).map((place) => place.split("/")[0]);
        expect(new Set(chambers)).toEqual(new Set([own]));
        await officer.get(address).expect(200);
      }
    });

    it("are not to be widened by the address, and name no other chamber to choose", async () => {
      const text = await whole(officer, `${base}/known/2024-02-01?chamber=astana-city&chamber=${CHAMBER}`);
      expect(text).not.toContain('name="chamber"');
      const { body } = await officer.get(`${base}/known/2024-02-01/export.json?chamber=astana-city`).expect(200);
      expect(Object.keys(body.chambers)).toEqual([own]);
    });

    it("lead to both decisions on a case of the chamber", async () => {
      const text = await whole(officer, `${base}/known/2023-01-10`);
      const [, path = ""] = /href="([^"]*known\/2023-01-10\/2022\/c-\d+)"/.exec(text) ?? [];
      await officer.get(path).expect(200);
    });

    it("are all that its officer sees: nobody else's, and nothing of drafts", async () => {
      const { text } = await officer.get(`${base}/kept`).expect(200);
      expect(text.match(/kept\/[0-9a-f]{16}"/g)).toHaveLength(3);
      expect((await officer.get(base).expect(200)).text).not.toContain("stricter");
      await officer.get(`${base}/what-if/stricter`).expect(404);
      const ofCountry = (await site.services.store.lookingsBack()).find(({ state }) => state.chamber === null)?.id;
      for (const path of [`${base}/kept/${ofCountry}`, `${base}/kept/${ofCountry}/export.json`])
        await officer.get(path).expect(404);
      const other = (await site.services.store.chambers()).find(({ id }) => id !== own)?.id;
      for (const path of [
        `/en/looking-back/chambers/${other}/kept`,
        "/en/looking-back/kept",
        "/en/looking-back/reproduce",
      ])
        await officer.get(path).expect(403);
    });

    it("of a draft, kept there by a member, stay unseen by its officer", async () => {
      const { address } = await keep(member, `${base}/what-if/stricter?year=2023`);
      await member.get(address).expect(200);
      await officer.get(address).expect(404);
      expect((await officer.get(`${base}/kept`)).text).not.toContain(address);
    });
  });
});
