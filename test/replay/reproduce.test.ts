import { execFile } from "node:child_process";
import { cp, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { PROJECT_ROOT } from "../../server/project-root.ts";
import { type Reproduction, reproduceRecorded } from "../../server/replay/reproduce-recorded.ts";
import type { LoggedEvent } from "../../server/store/change.ts";
import { openLog } from "../../server/store/open-log.ts";
import type { WrittenEvent } from "../../server/store/store.ts";
import { qagida } from "../cli/qagida.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { makeSmallCountry } from "./country-site.ts";

let folder: string;
let events: WrittenEvent[];
let recorded: number;

beforeAll(async () => {
  folder = await makeSmallCountry();
  const log = await openLog({ dataFolder: folder, databaseUrl: null, now: () => new Date() });
  events = [];
  for await (const event of log.events()) events.push(event);
  await log.close();
  recorded = events.reduce((sum, { line }) => sum + (line.match(/"kind":"decision"/g)?.length ?? 0), 0);
}, 120_000);

async function* changed(change: (line: string) => string): AsyncGenerator<WrittenEvent> {
  for (const { seq, line } of events) yield { seq, line: change(line) };
}

async function reproduced(change = (line: string) => line, scope = {}): Promise<Reproduction> {
  let last: Reproduction | null = null;
  for await (const one of reproduceRecorded(changed(change), events.length, scope)) last = one;
  if (!last) throw new Error("nothing was reproduced");
  return last;
}

/** Changes the first line that holds a text, once. */
function once(text: RegExp, by: string): (line: string) => string {
  let isDone = false;
  return (line) => {
    if (isDone || !text.test(line)) return line;
    isDone = true;
    return line.replace(text, by);
  };
}

describe("every recorded decision, made once more", () => {
  it("is the same, byte for byte", async () => {
    const { decisions, unlike, done, of } = await reproduced();
    expect(unlike).toEqual([]);
    expect(decisions).toBe(recorded);
    expect(recorded).toBeGreaterThan(200);
    expect(done).toBe(of);
  });

  it("is asked for some chambers and years only", async () => {
    const { decisions, places } = await reproduced(undefined, { chambers: ["almaty-city"], years: [2023] });
    expect(Object.keys(places)).toEqual(["almaty-city/2023"]);
    expect(decisions).toBeLessThan(recorded);
  });

  it("is told from one in which a point was changed, and where", async () => {
    const { unlike } = await reproduced(once(/(?<="points":\{"credited":)\d+/, "77"));
    expect(unlike).toMatchObject([{ code: "differs", place: "/points/credited", recorded: "77" }]);
  });

  it("is told from one that was recorded under another name", async () => {
    const { unlike } = await reproduced(once(/(?<="recordedBy":\{"account":"[^"]*","name":")./, "X"));
    expect(unlike.map(({ code }) => code)).toEqual(["damaged"]);
  });

  it("misses nothing where a number of its rule set was changed", async () => {
    const withOtherNorm = (line: string): string => {
      if (!line.includes('"kind":"rule-set"')) return line;
      const event = JSON.parse(line) as LoggedEvent;
      for (const { kind, state } of event.records)
        if (kind === "rule-set" && state && "text" in state)
          state.text = state.text.replace('"value": 10', '"value": 9');
      return JSON.stringify(event);
    };
    const { unlike } = await reproduced(withOtherNorm);
    expect(unlike).toHaveLength(recorded);
    expect(new Set(unlike.map(({ code }) => code))).toEqual(new Set(["rule-set-changed"]));
  });

  it("is missed where its rule set is not kept", async () => {
    const { unlike } = await reproduced((line) => (line.includes('"kind":"rule-set"') ? "{" : line));
    expect(new Set(unlike.map(({ code }) => code))).toEqual(new Set(["no-rule-set"]));
  });
});

describe("qagida reevaluate", { timeout: 60_000 }, () => {
  it("says that all is as recorded, and ends with 0", async () => {
    const { code, stdout } = await qagida(["reevaluate"], "", { QAGIDA_DATA: folder });
    expect(stdout).toContain(`All ${recorded} decisions are the same, byte for byte.`);
    expect(code).toBe(0);
  });

  it("finds a single byte that was changed in the store", async () => {
    const copy = join(temporaryFolder("byte"), "store");
    await cp(folder, copy, { recursive: true });
    const file = join(copy, "journal.ndjson");
    const journal = await readFile(file, "utf8");
    await writeFile(file, journal.replace(/(?<="outcome":)"fulfilled"/, '"fulfillex"'));
    const { code, stderr } = await qagida(["reevaluate"], "", { QAGIDA_DATA: copy });
    expect(stderr).toContain("journal.ndjson");
    expect(code).not.toBe(0);
  });

  it("finds an engine in which one constant was changed", async () => {
    const copy = temporaryFolder("engine");
    for (const part of ["engine", "server"])
      await cp(join(PROJECT_ROOT, "dist", part), join(copy, "dist", part), { recursive: true });
    for (const part of ["node_modules", "views", "rules", "package.json"])
      await symlink(join(PROJECT_ROOT, part), join(copy, part));
    const file = join(copy, "dist", "engine", "points.js");
    const points = await readFile(file, "utf8");
    expect(points).toContain("Math.floor(parts / PARTS_OF_HUNDREDTH) / 100");
    await writeFile(
      file,
      points.replace("Math.floor(parts / PARTS_OF_HUNDREDTH) / 100", "Math.floor(parts / PARTS_OF_HUNDREDTH) / 99"),
    );
    const main = join(copy, "dist", "server", "cli", "main.js");
    const env = { ...process.env, LC_ALL: "C", QAGIDA_DATA: folder };
    const { code, stdout } = await new Promise<{ code: unknown; stdout: string }>((resolve) =>
      execFile(process.execPath, [main, "reevaluate", "--json"], { env, maxBuffer: 1e9 }, (error, out) =>
        resolve({ code: error?.code ?? 0, stdout: out }),
      ),
    );
    expect(code).toBe(1);
    expect(JSON.parse(stdout).unlike.length).toBeGreaterThan(100);
  });

  it("decides the same cases by what was known on a day, or by another set", async () => {
    const known = await qagida(["reevaluate", "--as-known-on", "2023-02-01", "--json"], "", { QAGIDA_DATA: folder });
    const { cases, years } = JSON.parse(known.stdout);
    expect(cases).toBeGreaterThan(20);
    expect(Object.keys(years)).toEqual(["2022", "2023"]);
    const same = await qagida(["reevaluate", "--what-if", "2022", "--year", "2023"], "", { QAGIDA_DATA: folder });
    expect(same.stdout).toMatch(/^None of \d+ decided reports would come to another outcome\./);
  });

  it("refuses a year, a day or a folder that is none", async () => {
    const env = { QAGIDA_DATA: folder };
    expect((await qagida(["reevaluate", "--year", "23"], "", env)).code).toBe(2);
    expect((await qagida(["reevaluate", "--as-known-on", "soon"], "", env)).code).toBe(2);
    expect((await qagida(["reevaluate"], "", { QAGIDA_DATA: "/nowhere" })).code).toBe(2);
  });
});
