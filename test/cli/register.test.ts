import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openStore } from "../../server/store/open-store.ts";
import type { Store } from "../../server/store/store.ts";
import { startServer } from "../server/server-process.ts";
import { startPostgresql, type TestServer } from "../store/postgresql.ts";
import { chamber } from "../store/sample.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { qagida, type Ran } from "./qagida.ts";

/** Each test starts the command several times. */
vi.setConfig({ testTimeout: 60_000 });

const MOTHER = { kind: "childcare-leave", from: "2022-01-10", to: "2023-06-01" };

const chamberLine = (id: string, changes: object = {}) => ({ chamber: id, ...chamber(id), ...changes });
const consultantLine = (id: string, changes: object = {}) => ({
  consultant: id,
  name: "Айгерім Сәтбаева",
  chamber: "almaty-city",
  memberSince: "2019-04-01",
  ...changes,
});

const textOf = (lines: readonly (object | string)[]): string =>
  lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join("");

/** The consultants stand before their chambers, and neither in the order of ids. */
const REGISTER = textOf([
  consultantLine("c-00002", { memberUntil: "2024-12-31", absences: [MOTHER] }),
  consultantLine("c-00001", { chamber: "astana" }),
  chamberLine("astana"),
  chamberLine("almaty-city"),
]);

const EXPORTED = textOf([
  chamberLine("almaty-city"),
  chamberLine("astana"),
  consultantLine("c-00001", { chamber: "astana", memberUntil: null, absences: [] }),
  consultantLine("c-00002", { memberUntil: "2024-12-31", absences: [MOTHER] }),
]);

let folder: string;
let data: string;
beforeEach(() => {
  folder = temporaryFolder("register");
  data = join(folder, "data");
});

const command = (...args: string[]): Promise<Ran> => qagida(args, "", { QAGIDA_DATA: data, DATABASE_URL: "" });
const load = (text: string, lang = "en"): Promise<Ran> =>
  qagida(["register", "load", "-", "--lang", lang], text, { QAGIDA_DATA: data, DATABASE_URL: "" });

async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ dataFolder: data, databaseUrl: null, now: () => new Date() });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const done = (stdout: string): Ran => ({ code: 0, stdout: `${stdout}\n`, stderr: "" });

describe("qagida register load", () => {
  it("fills a store that a first start made, so that an officer can be invited, and the log stays intact", async () => {
    const server = startServer({ QAGIDA_DATA: data });
    await server.port();
    server.child.kill("SIGTERM");
    await server.ended;
    const file = join(folder, "register.ndjson");
    writeFileSync(file, REGISTER);
    expect(await command("register", "load", file, "--lang", "en")).toEqual(
      done("2 chambers: 2 added, 0 changed. 2 consultants: 2 added, 0 changed."),
    );
    const officer = ["daulet", "--name", "Дәулет", "--role", "officer", "--chamber", "almaty-city"];
    expect((await command("user", "invite", ...officer)).code).toBe(0);
    const { code, stdout } = await command("audit", "verify", "--lang", "en");
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining("The log is intact") });
    expect((await command("store", "check")).code).toBe(0);
  });

  it("makes a new store, and says in the log who did what", async () => {
    await load(REGISTER);
    await withStore(async (store) => {
      const events = await store.findEvents({ limit: 10 });
      expect(events.map(({ action, records }) => [action, records.length])).toEqual([
        ["consultant.add", 2],
        ["chamber.add", 2],
      ]);
      expect(events[0]?.by).toEqual({ account: null, name: expect.stringMatching(/^qagida register \(.+\)$/) });
    });
  });

  it.each([
    ["en", "Nothing to change: the register holds all of it already, 2 chambers and 2 consultants."],
    ["ru", "Изменять нечего, всё это в реестре уже есть: 2 палаты, 2 консультанта."],
    ["kk", "Өзгертетін ештеңе жоқ, мұның бәрі тізілімде бар: 2 палата, 2 консультант."],
  ])("changes nothing where all of it is there, and says so in %s", async (lang, sentence) => {
    await load(REGISTER);
    const before = await withStore((store) => store.head());
    expect(await load(REGISTER, lang)).toEqual(done(sentence));
    expect(await withStore((store) => store.head())).toEqual(before);
  });

  it("adds and changes by a file of some of them, moves a consultant, and leaves the others alone", async () => {
    await load(REGISTER);
    const moved = consultantLine("c-00001", { chamber: "almaty-city" });
    const renamed = chamberLine("astana", { region: chamber("Астана").region });
    expect(await load(textOf([moved, renamed, consultantLine("c-00003")]))).toEqual(
      done("1 chamber: 0 added, 1 changed. 2 consultants: 1 added, 1 changed."),
    );
    await withStore(async (store) => {
      const [onList, ofAstana] = [await store.consultantsOf("almaty-city"), await store.consultantsOf("astana")];
      expect(onList.map(({ id }) => id)).toEqual(["c-00001", "c-00002", "c-00003"]);
      expect(ofAstana).toEqual([]);
      expect(onList[0]?.state.formerly).toEqual(["astana"]);
      expect(onList[1]?.version).toBe(1);
      const [added, ...changed] = await store.findEvents({ limit: 3 });
      expect([added, ...changed].map((event) => event?.action)).toEqual([
        "consultant.change",
        "consultant.add",
        "chamber.change",
      ]);
    });
  });

  it("puts 450 consultants into three events, whatever blank lines and byte order mark the file has", async () => {
    const many = Array.from({ length: 450 }, (_, at) => consultantLine(`c-${at}`));
    const { stdout } = await load(`\uFEFF${textOf([chamberLine("almaty-city"), "", ...many])}`, "ru");
    expect(stdout).toBe("1 палата: внесено 1, изменено 0. 450 консультантов: внесено 450, изменено 0.\n");
    await withStore(async (store) => {
      const events = await store.findEvents({ action: "consultant.add", limit: 10 });
      expect(events.map(({ records }) => records.length)).toEqual([50, 200, 200]);
    });
  });

  it("says the way where a server holds the store", async () => {
    await withStore(async () => {
      const { code, stderr } = await load(REGISTER, "ru");
      expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining("остановите его") });
      expect((await command("register", "export", "--lang", "en")).stderr).toContain("Stop the server first");
    });
  });

  it("refuses a file that is not there", async () => {
    const { code, stderr } = await command("register", "load", join(folder, "none"), "--lang", "en");
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining("There is no file") });
    expect(existsSync(data)).toBe(false);
  });
});

describe("a line that is wrong", () => {
  const WRONG: [what: string, line: object | string, sentence: string][] = [
    ["no JSON", "{", "This is not JSON: it breaks off or goes wrong at line 2, column 2."],
    ["no object", [], "This is neither a chamber nor a consultant."],
    ["neither of the two", { name: "A" }, "This is neither a chamber nor a consultant."],
    ["a name given twice", '{"chamber":"a","chamber":"b"}', '/chamber: The name "chamber" is given twice'],
    ["an id that is none", consultantLine("c 1"), "/consultant: This cannot be an id."],
    ["an id that is no text", consultantLine("c-1", { consultant: 1 }), "/consultant: This has to be a text."],
    ["a consultant without a name", consultantLine("c-2", { name: " " }), "/name: Enter the name."],
    ["a name that is no text", consultantLine("c-3", { name: 5 }), "/name: This has to be a text."],
    ["a day that is none", consultantLine("c-4", { memberSince: "2023-02-30" }), "/memberSince: This is not a day"],
    ["no first day", consultantLine("c-5", { memberSince: undefined }), 'The field "memberSince" is missing.'],
    ["an end before", consultantLine("c-6", { memberUntil: "2018-01-01" }), "/memberUntil: The end, 2018-01-01,"],
    [
      "an unknown absence",
      consultantLine("c-7", { absences: [{ ...MOTHER, kind: "holiday" }] }),
      "/absences/0/kind: The rule set has no absence",
    ],
    ["an unknown field", consultantLine("c-8", { city: "A" }), '/city: The field "city" is not known here.'],
    ["an unknown chamber", consultantLine("c-9", { chamber: "x" }), "/chamber: There is no chamber “x”"],
    ["no chamber", consultantLine("c-10", { chamber: undefined }), 'The field "chamber" is missing.'],
    ["half a character", consultantLine("c-11", { name: "\ud800" }), "The text holds a character that cannot be kept."],
    ["a chamber with no region", chamberLine("b-1", { region: undefined }), 'The field "region" is missing.'],
    [
      "a language that is missing",
      chamberLine("b-2", { name: { kk: "Б", ru: "Б" } }),
      '/name: The field "en" is missing.',
    ],
    ["an empty word", chamberLine("b-3", { name: { kk: "Б", ru: " ", en: "B" } }), "/name/ru: This is empty."],
    ["a tab", chamberLine("b-4", { region: { kk: "Б", ru: "Б", en: "B\tB" } }), "/region/en: The name or the region"],
    [
      "201 characters",
      chamberLine("b-5", { region: { kk: "x".repeat(201), ru: "Б", en: "B" } }),
      "/region/kk: The name or the",
    ],
    ["an unknown field of a chamber", chamberLine("b-6", { city: "A" }), '/city: The field "city" is not known here.'],
    ["a chamber given twice", chamberLine("almaty-city"), "/chamber: “almaty-city” stands on line 1 already."],
  ];

  let ran: Ran;
  let place: string;
  beforeAll(async () => {
    place = data = join(temporaryFolder("register"), "data");
    ran = await load(textOf([chamberLine("almaty-city"), ...WRONG.map(([, line]) => line), consultantLine("c-0")]));
  });

  it("stops the whole file, and makes no store", () => {
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain(`-: Nothing was changed: ${WRONG.length} lines are wrong.`);
    expect(ran.stderr.trim().split("\n")).toHaveLength(WRONG.length + 1);
    expect(existsSync(place)).toBe(false);
  });

  it.each(WRONG.map(([what, , sentence], at) => [what, `-, line ${at + 2}: ${sentence}`]))("is told: %s", (_, told) => {
    expect(ran.stderr).toContain(told);
  });

  it.each([
    ["kk", "-, 3-жол: /consultant: «c-1» 2-жолда бар.", "2 жолда қате бар."],
    ["ru", "-, строка 3: /consultant: «c-1» уже есть в строке 2.", "ошибки в 2 строках."],
    ["en", "-, line 3: /consultant: “c-1” stands on line 2 already.", "2 lines are wrong."],
  ])("is told with all others, in %s", async (lang, twice, many) => {
    await load(REGISTER);
    const before = await withStore((store) => store.head());
    const wrong = textOf([
      chamberLine("new"),
      consultantLine("c-1", { name: "", chamber: "nowhere" }),
      consultantLine("c-1"),
    ]);
    const { code, stderr } = await load(wrong, lang);
    expect(code).toBe(2);
    expect(stderr.match(/\/name: |\/chamber: |\/consultant: /g)).toEqual(["/name: ", "/chamber: ", "/consultant: "]);
    expect(stderr).toContain(twice);
    expect(stderr).toContain(many);
    expect(await withStore((store) => store.head())).toEqual(before);
  });
});

describe("qagida register export", () => {
  it("prints what was loaded, the same bytes from every store that holds it", async () => {
    await load(REGISTER);
    const { stdout } = await command("register", "export");
    expect(stdout).toBe(EXPORTED);
    expect((await load(stdout)).stdout).toContain("Nothing to change");
    data = join(folder, "other");
    await load(stdout);
    expect((await command("register", "export")).stdout).toBe(EXPORTED);
  });

  it("tells of a consultant who has moved where they were before", async () => {
    await load(REGISTER);
    await load(textOf([consultantLine("c-00001", { chamber: "almaty-city" })]));
    const { stdout } = await command("register", "export");
    expect(stdout).toMatch(/"c-00001".*"formerly":\["astana"\]\}/);
    expect((await load(stdout)).stdout).toContain("Nothing to change");
    data = join(folder, "after-the-move");
    await load(stdout);
    expect((await command("register", "export")).stdout).toBe(stdout);
  });

  it("is refused where there is no store, and makes none", async () => {
    expect(await command("register", "export", "--lang", "en")).toMatchObject({ code: 2, stdout: "" });
    expect(existsSync(data)).toBe(false);
  });
});

describe("the register in PostgreSQL", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startPostgresql();
  }, 60_000);
  afterAll(() => server?.stop());

  it("is loaded and exported while another process has the store open", async () => {
    const env = { DATABASE_URL: await server.createDatabase() };
    const store = await openStore({ dataFolder: "", databaseUrl: env.DATABASE_URL, now: () => new Date() });
    try {
      expect((await qagida(["register", "load", "-", "--lang", "en"], REGISTER, env)).stdout).toContain("2 added");
      expect((await qagida(["register", "export"], "", env)).stdout).toBe(EXPORTED);
      expect((await qagida(["register", "load", "-", "--lang", "en"], EXPORTED, env)).stdout).toContain("Nothing to");
      expect((await store.consultant("c-00001"))?.state.chamber).toBe("astana");
    } finally {
      await store.close();
    }
  });
});
