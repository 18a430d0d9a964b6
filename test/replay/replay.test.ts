import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Case, compile, type Decision, parseCase, parseRuleSet } from "../../engine/index.ts";
import { publishAdopted } from "../../server/adoption/published-in-store.ts";
import { RuleBook } from "../../server/published-rules.ts";
import { decisionSummary } from "../../server/recording/decision-summary.ts";
import { type Impact, replayRecorded } from "../../server/replay/replay-recorded.ts";
import { trialOf } from "../../server/replay/trial.ts";
import type { RecordChange } from "../../server/store/change.ts";
import type { Store } from "../../server/store/store.ts";
import { changed, RULES_2022 } from "../adoption/drafts.ts";
import { openTemporaryStore } from "../server/temporary-store.ts";

const rules = compile(parseRuleSet(RULES_2022));
const CASES = new URL("../cases/", import.meta.url);
const CHAMBERS = ["almaty-city", "astana"];

interface Worked {
  chamber: string;
  consultant: string;
  content: Case;
  decision: Decision;
}

/** The worked cases of 2022's rules, each as the year of a consultant of one of two chambers. */
const worked: Worked[] = readdirSync(CASES).flatMap((file, at) => {
  const { case: given, asOf } = JSON.parse(readFileSync(new URL(file, CASES), "utf8"));
  const content = parseCase(given);
  const decision = rules.decide(content, { asOf });
  return [{ chamber: CHAMBERS[at % 2] as string, consultant: `c-${at}`, content, decision }];
});

/** More points are needed, seminars give less, and internships are no form any more. */
const OTHER = changed((set) => {
  set.amounts.find(({ id }: { id: string }) => id === "norm").value = 12;
  set.forms.find(({ id }: { id: string }) => id === "seminar").weight = 1.5;
  set.forms = set.forms.filter(({ id }: { id: string }) => id !== "internship");
  set.interpretations = [];
  set.examples = [];
});

const named = (text: string) => ({ kk: text, ru: text, en: text });
const by = { account: null, name: "test" };
let store: Store;

function recordsOf({ chamber, consultant, content, decision }: Worked): RecordChange[] {
  const { reportingYear } = content;
  const state = {
    chamber,
    reportingYear,
    consultant,
    consultantName: consultant,
    content,
    latest: decisionSummary(decision, 1, "2026-01-01T00:00:00.000Z"),
  };
  const member = { name: consultant, chamber, memberSince: "2015-01-01", memberUntil: null, absences: [] };
  return [
    { kind: "consultant", id: consultant, from: 0, state: member },
    { kind: "case", id: `${chamber}/${reportingYear}/${consultant}`, from: 0, state },
  ];
}

beforeAll(async () => {
  ({ store } = await openTemporaryStore());
  await publishAdopted(store, new RuleBook([{ ...rules, effectiveYear: 2022, text: RULES_2022, lawText: null }]));
  const chambers = CHAMBERS.map(
    (id) => ({ kind: "chamber", id, from: 0, state: { name: named(id), region: named(id) } }) as const,
  );
  await store.commit({ action: "store.load", by, records: chambers });
  await Promise.all(worked.map((one) => store.commit({ action: "store.load", by, records: recordsOf(one) })));
});
afterAll(() => store.close());

async function replayed(scope = {}): Promise<Impact> {
  let last: Impact | null = null;
  for await (const impact of replayRecorded(store, trialOf(parseRuleSet(OTHER)), scope)) last = impact;
  if (!last) throw new Error("nothing was replayed");
  return last;
}

describe("what another rule set would have changed", () => {
  const other = compile(parseRuleSet(OTHER));
  const again = (one: Worked): Decision => other.decide(one.content, { asOf: one.decision.asOf });
  const flips = worked.filter((one) => again(one).outcome !== one.decision.outcome);

  it("is what an independent count finds", async () => {
    const { tally, changed: people } = await replayed();
    expect(tally.cases).toBe(worked.length);
    expect(tally.changed).toBe(flips.length);
    expect(flips.length).toBeGreaterThan(10);
    expect(people.map(({ consultant }) => consultant).sort()).toEqual(flips.map(({ consultant }) => consultant).sort());
    const flow = (before: string, after: string): number =>
      worked.filter((one) => one.decision.outcome === before && again(one).outcome === after).length;
    for (const [name, cases] of Object.entries(tally.flows)) {
      const [before = "", after = ""] = name.split(">");
      expect(cases, name).toBe(flow(before, after));
    }
  });

  it("is told by chamber and by form", async () => {
    const { tally } = await replayed();
    for (const chamber of CHAMBERS) {
      expect(tally.chambers[chamber]?.changed).toBe(flips.filter((one) => one.chamber === chamber).length);
    }
    const credited = ({ activities }: Decision, form: string): number =>
      activities.reduce((sum, activity) => sum + (activity.form === form ? activity.credited : 0), 0);
    const lost = worked.reduce(
      (sum, one) => sum + Math.max(0, credited(one.decision, "seminar") - credited(again(one), "seminar")),
      0,
    );
    expect(tally.forms.seminar).toEqual({ gained: 0, lost: Math.round(lost * 100) });
  });

  it("may be asked for some chambers and years only", async () => {
    const { tally, of } = await replayed({ chambers: ["astana"], years: [2024] });
    expect(Object.keys(tally.chambers)).toEqual(["astana"]);
    expect(Object.keys(tally.years)).toEqual(["2024"]);
    expect(of).toBe(1);
  });

  it("ends early when it is told to", async () => {
    const controller = new AbortController();
    let told = 0;
    for await (const { done, of } of replayRecorded(store, trialOf(parseRuleSet(OTHER)), {}, controller.signal)) {
      told = done / of;
      controller.abort();
    }
    expect(told).toBeLessThan(1);
  });

  it("touches nothing that is recorded", async () => {
    const before = await store.head();
    await replayed();
    expect(await store.head()).toEqual(before);
  });
});
