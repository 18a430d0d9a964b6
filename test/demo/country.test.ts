import { beforeAll, describe, expect, it } from "vitest";
import { compile, parseCase, parseRuleSet, secondOpinion } from "../../engine/index.ts";
import { CHAMBERS } from "../../server/demo/chambers/chambers.ts";
import { storyOf } from "../../server/demo/story/story.ts";
import type { LoggedEvent } from "../../server/store/change.ts";
import { EventChain } from "../../server/store/log/event-chain.ts";
import { partsOf } from "../../server/store/log/write-event.ts";
import { referencesOf } from "../../server/store/references.ts";
import { todayInAlmaty } from "../../server/today.ts";
import { readCountry, rootOf, SMALL, statesOf } from "./small-country.ts";

let events: LoggedEvent[];

beforeAll(async () => {
  events = await readCountry();
}, 120_000);

describe("a country of the demo", () => {
  it("is the same for the same seed, size and day, and another one for another seed", async () => {
    const few = { ...SMALL, consultants: 25 };
    const root = await rootOf(few);
    expect(await rootOf(few)).toBe(root);
    expect(await rootOf({ ...few, seed: 7 })).not.toBe(root);
  });

  it("makes a log whose events follow each other, and point to what is there", () => {
    const chain = new EventChain();
    const there = new Set<string>();
    for (const event of events) {
      chain.follow(partsOf(event));
      for (const { kind, id } of event.records) there.add(`${kind} ${id}`);
      for (const record of event.records) {
        for (const { kind, id } of referencesOf(record)) expect(there).toContain(`${kind} ${id}`);
      }
    }
  });

  it("goes from the first year of the Rules to the day before today, and never back", () => {
    const instants = events.map(({ at }) => at);
    expect(instants).toEqual([...instants].sort());
    expect(instants[0]?.slice(0, 4)).toBe("2022");
    expect((instants.at(-2) as string) < `${SMALL.today}T00:00:00.000Z`).toBe(true);
  });

  it("enters nobody before the chambers enter their lists, however many there are", () => {
    const entered = Array.from({ length: 12_000 }, (_, number) => storyOf(SMALL, number).steps[0]?.day ?? "");
    expect(entered.filter((day) => day !== "" && day < "2022-01-10")).toEqual([]);
  });

  it("has a chamber for each of the 17 regions and the three cities, with its officer", () => {
    expect(statesOf(events, "chamber").map(({ id }) => id)).toEqual(CHAMBERS.map(({ id }) => id));
    expect(CHAMBERS).toHaveLength(20);
    const chambers = statesOf(events, "account").flatMap(({ state }) => state.grants.map(({ chamber }) => chamber));
    expect(chambers.filter(Boolean).sort()).toEqual(CHAMBERS.map(({ id }) => id).sort());
  });

  it("has an account for each role", () => {
    const roles = new Set(statesOf(events, "account").flatMap(({ state }) => state.grants.map(({ role }) => role)));
    expect([...roles].sort()).toEqual(["administrator", "auditor", "consultant", "editor", "member", "officer"]);
  });
});

describe("its decisions", () => {
  it("follow byte for byte from the case and the rule set that are kept, and are confirmed", async () => {
    const kept = statesOf(events, "rule-set").map(({ id, state }) => [id, parseRuleSet(state.text)] as const);
    const [sha256, ruleSet] = kept[0] as (typeof kept)[number];
    const rules = compile(ruleSet);
    const { confirm } = secondOpinion(ruleSet);
    const decisions = statesOf(events, "decision");
    expect(decisions.length).toBeGreaterThan(SMALL.consultants * 4);
    for (const { state } of decisions) {
      const content = parseCase(JSON.stringify(state.content));
      const again = rules.decide(content, { asOf: state.decision.asOf });
      expect(JSON.stringify(again)).toBe(JSON.stringify(state.decision));
      expect(again.ruleSet.sha256).toBe(sha256);
      await confirm(content, again);
    }
  }, 60_000);

  it("are made on the day on which they are recorded, not before the report, and corrected for a reason", () => {
    for (const { event, state } of statesOf(events, "decision")) {
      const { content, decision, recordedAt, corrects, reason } = state;
      expect(recordedAt).toBe(event.at);
      expect(decision.asOf).toBe(todayInAlmaty(new Date(event.at)));
      if (content.report) expect(content.report.submittedOn <= decision.asOf).toBe(true);
      expect(Boolean(reason)).toBe(corrects !== null);
    }
  });

  it("leave most years fulfilled, some exempt, and a few unfulfilled", () => {
    const last = new Map(statesOf(events, "case").map(({ id, state }) => [id, state]));
    const finished = [...last.values()].filter(({ reportingYear }) => reportingYear < 2026);
    const share = (outcome: string): number =>
      finished.filter(({ latest }) => latest?.outcome === outcome).length / finished.length;
    expect(share("fulfilled")).toBeGreaterThan(0.82);
    expect(share("fulfilled")).toBeLessThan(0.93);
    expect(share("exempt")).toBeGreaterThan(0.01);
    expect(share("unfulfilled")).toBeGreaterThan(0.03);
    expect([...last.values()].some(({ reportingYear }) => reportingYear === 2026)).toBe(true);
  });

  it("give reason to remark, and hold recognised, unlisted and made-up activities", () => {
    const findings = new Set(
      statesOf(events, "decision").flatMap(({ state }) => state.decision.findings.map(({ code }) => code)),
    );
    for (const code of [
      "claimed-points-differ",
      "claimed-total-differ",
      "late-report",
      "missing-report",
      "no-evidence",
    ])
      expect(findings).toContain(code);
    const activities = statesOf(events, "decision").flatMap(({ state }) => state.content.activities);
    expect(activities.some(({ recognition }) => recognition)).toBe(true);
    expect(activities.some(({ makeUpFor }) => makeUpFor)).toBe(true);
  });
});

describe("its sanctions", () => {
  it("are those that the last decision called for, a warning before a suspension", () => {
    const due = new Map<string, string | null>();
    const imposed = new Map<string, string[]>();
    for (const { records } of events) {
      for (const { kind, id, state } of records) {
        if (kind === "sanction" && state && "imposedOn" in state) {
          expect(due.get(state.case)).toBe(state.sanction);
          imposed.set(state.case, [...(imposed.get(state.case) ?? []), state.sanction]);
        }
        if (kind === "decision" && state && "decision" in state && typeof state.decision === "object") {
          due.set(id.slice(0, id.lastIndexOf("/")), state.decision?.sanction.due ?? null);
        }
      }
    }
    const ladders = new Set([...imposed.values()].map((sanctions) => sanctions.join(", ")));
    expect([...ladders].sort()).toEqual(["warning", "warning, suspension"]);
  });

  it("stand in the case and, where they suspend, in the register", () => {
    const suspensions = statesOf(events, "sanction").filter(({ state }) => state.sanction === "suspension");
    expect(suspensions.length).toBeGreaterThan(0);
    for (const { event, state } of suspensions) {
      const ground = { kind: "suspension", ground: "sanction", from: state.imposedOn };
      const [register] = statesOf([event], "consultant");
      expect(register?.state.absences).toEqual(expect.arrayContaining([expect.objectContaining(ground)]));
    }
  });
});

describe("its people", () => {
  it("bear surnames and patronymics that agree", () => {
    for (const { state } of statesOf(events, "consultant")) {
      const [surname = "", , patronymic = ""] = state.name.split(" ");
      if (/(қызы|вна)$/.test(patronymic)) expect(surname).not.toMatch(/(ов|ев|ёв|ин|ский)$/);
      else expect(patronymic).toMatch(/(ұлы|вич)$/);
      if (/(ұлы|вич)$/.test(patronymic)) expect(surname).not.toMatch(/(ова|ева|ёва|ина|ская)$/);
    }
  });

  it("are members before they report, and leave after they joined", () => {
    for (const { state } of statesOf(events, "consultant")) {
      expect(state.memberSince >= "2018-10-01").toBe(true);
      if (state.memberUntil) expect(state.memberUntil > state.memberSince).toBe(true);
      for (const { from, to } of state.absences) if (to) expect(from <= to).toBe(true);
    }
  });
});
