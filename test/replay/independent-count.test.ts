import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Decision, parseRuleSet } from "../../engine/index.ts";
import { PROJECT_ROOT } from "../../server/project-root.ts";
import { type Impact, replayRecorded } from "../../server/replay/replay-recorded.ts";
import { trialOf } from "../../server/replay/trial.ts";
import { openStore } from "../../server/store/open-store.ts";
import type { CaseRecord } from "../../server/store/records.ts";
import { recordsOf } from "../../server/store/records-of.ts";
import type { Store } from "../../server/store/store.ts";
import { changed } from "../adoption/drafts.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { makeSmallCountry } from "./country-site.ts";

/** More points are needed, talks are no form any more, seminars give less, articles more, and the warning has another id. */
const OTHER = changed((set) => {
  const formOf = (form: string) => set.forms.find(({ id }: { id: string }) => id === form);
  set.amounts.find(({ id }: { id: string }) => id === "norm").value = 12;
  formOf("seminar").weight = 1.55;
  formOf("article").weight = 2.5;
  set.forms = set.forms.filter(({ id }: { id: string }) => id !== "talk");
  set.sanctions.find(({ id }: { id: string }) => id === "warning").id = "caution";
  set.interpretations = [];
  set.examples = [];
});

interface DecidedTwice {
  record: CaseRecord;
  before: Decision;
  /** Null where the other set refuses the case. */
  after: Decision | null;
}

let folder: string;
let store: Store;
let decided: DecidedTwice[];
let impact: Impact;

/** Decides cases by the command line, each confirmed by the second opinion: null where it refuses one. */
async function evaluate(cases: readonly CaseRecord[], rules: string): Promise<(Decision | null)[]> {
  const [file, set] = [join(folder, "cases.ndjson"), join(folder, "rules.json")];
  const lines = cases.map(({ content, latest }) => JSON.stringify({ case: content, asOf: latest?.asOf }));
  await writeFile(file, lines.join("\n"));
  await writeFile(set, rules);
  const command = join(PROJECT_ROOT, "dist", "server", "cli", "main.js");
  const args = [command, "evaluate", "--batch", file, "--rules", set, "--confirm", "--no-trace"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 28 }).catch((failed) => {
    if (failed.code === 1) return failed as { stdout: string };
    throw failed;
  });
  const answers = stdout.trim().split("\n");
  return answers.map((answer) => JSON.parse(answer)).map((answer) => ("error" in answer ? null : answer));
}

async function decidedCases(): Promise<CaseRecord[]> {
  const cases: CaseRecord[] = [];
  for await (const { kind, state } of recordsOf(store))
    if (kind === "case" && (state as CaseRecord).latest) cases.push(state as CaseRecord);
  return cases;
}

/** Every recorded case under the set that it was decided by, and under the other one. */
async function decideTwice(): Promise<DecidedTwice[]> {
  const cases = await decidedCases();
  const found: DecidedTwice[] = [];
  for (const { id, state } of await store.ruleSets()) {
    const own = cases.filter(({ latest }) => latest?.ruleSet === id);
    if (own.length === 0) continue;
    const [befores, afters] = [await evaluate(own, state.text), await evaluate(own, OTHER)];
    found.push(
      ...own.map((record, at) => ({ record, before: befores[at] as Decision, after: afters[at] as Decision | null })),
    );
  }
  expect(found).toHaveLength(cases.length);
  return found;
}

beforeAll(async () => {
  folder = temporaryFolder("count");
  store = await openStore({ dataFolder: await makeSmallCountry(), databaseUrl: null, now: () => new Date() });
  decided = await decideTwice();
  for await (const told of replayRecorded(store, trialOf(parseRuleSet(OTHER)))) impact = told;
}, 240_000);
afterAll(() => store.close());

const isFlip = ({ before, after }: DecidedTwice): boolean => after !== null && after.outcome !== before.outcome;

/** How many of them there are, and how many come to another outcome, by what they are counted by. */
function countBy(by: (one: DecidedTwice) => string): Record<string, { cases: number; changed: number }> {
  const names = [...new Set(decided.map(by))];
  return Object.fromEntries(
    names.map((name) => {
      const own = decided.filter((one) => by(one) === name);
      return [name, { cases: own.length, changed: own.filter(isFlip).length }];
    }),
  );
}

/** The credits of a form in one decision, in hundredths. */
const creditsOf = (decision: Decision, form: string): number =>
  decision.activities
    .filter((activity) => activity.form === form)
    .reduce((sum, { credited }) => sum + Number(credited.toFixed(2).replace(".", "")), 0);

describe("the impact by a count that shares nothing with it but the engine: every case by the command line", () => {
  it("is of a country in which much changes", () => {
    expect(decided.length).toBeGreaterThan(200);
    expect(decided.filter(isFlip).length).toBeGreaterThan(50);
    expect(decided.filter(({ after }) => after === null).length).toBeGreaterThan(5);
  });

  it("starts from what was recorded", () => {
    const recorded = decided.map(({ record }) => [record.latest?.outcome, record.latest?.total, record.latest?.norm]);
    expect(decided.map(({ before }) => [before.outcome, before.points.total, before.points.norm])).toEqual(recorded);
  });

  it("has the same cases, changes and refusals", () => {
    const { cases, changed: flips, refused } = impact.tally;
    expect({ cases, flips, refused }).toEqual({
      cases: decided.length,
      flips: decided.filter(isFlip).length,
      refused: decided.filter(({ after }) => after === null).length,
    });
  });

  it("has the same flows from outcome to outcome", () => {
    const flows = Object.entries(countBy(({ before, after }) => `${before.outcome}>${after?.outcome ?? "refused"}`));
    expect(impact.tally.flows).toEqual(Object.fromEntries(flows.map(([flow, { cases }]) => [flow, cases])));
    expect(flows.length).toBeGreaterThan(4);
  });

  it("has the same figures for every chamber and year", () => {
    expect(impact.tally.chambers).toEqual(countBy(({ record }) => record.chamber));
    expect(impact.tally.years).toEqual(countBy(({ record }) => String(record.reportingYear)));
    expect(Object.keys(impact.tally.chambers).length).toBeGreaterThan(10);
  });

  it("has the same points gained and lost by every form", () => {
    const forms = new Set(decided.flatMap(({ before }) => before.activities.map(({ form }) => form)));
    const expected: Record<string, { gained: number; lost: number }> = {};
    for (const form of forms) {
      const differences = decided.flatMap(({ before, after }) =>
        after ? [creditsOf(after, form) - creditsOf(before, form)] : [],
      );
      const gained = differences.reduce((sum, points) => sum + Math.max(0, points), 0);
      const lost = differences.reduce((sum, points) => sum + Math.max(0, -points), 0);
      if (gained + lost > 0) expected[form] = { gained, lost };
    }
    expect(impact.tally.forms).toEqual(expected);
    expect(expected.article?.gained).toBeGreaterThan(0);
    expect(expected.talk?.lost).toBeGreaterThan(0);
  });

  it("names the same people, each with the same points before and after", () => {
    const line = (one: CaseRecord, before: unknown, after: unknown): string =>
      JSON.stringify([one.chamber, one.reportingYear, one.consultant, before, after]);
    const standing = (decision: Decision | null) =>
      decision && { outcome: decision.outcome, total: decision.points.total, norm: decision.points.norm };
    const expected = decided
      .filter((one) => isFlip(one) || one.after === null)
      .map(({ record, before, after }) => line(record, standing(before), standing(after)));
    const told = impact.changed.map((one) =>
      JSON.stringify([one.chamber, one.reportingYear, one.consultant, one.before, one.after]),
    );
    expect(told.sort()).toEqual(expected.sort());
  });
});
