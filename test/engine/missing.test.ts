import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  type Case,
  compile,
  type Missing,
  missing,
  parseCase,
  parseRuleSet,
  type RuleSet,
} from "../../engine/index.ts";

const rules2022 = readFileSync(new URL("../../rules/2022.json", import.meta.url), "utf8");
const rules = compile(parseRuleSet(rules2022));

const activity = (form: string, at: number): Case["activities"][number] => ({
  id: `a${at}`,
  form,
  title: `a${at}`,
  organizer: "",
  from: "2024-05-01",
  to: "2024-05-01",
  evidence: [{ kind: "certificate", name: "a.pdf" }],
});

const theCase = (forms: readonly string[], extra: Partial<Case> = {}): Case =>
  parseCase({
    reportingYear: 2024,
    consultant: { id: "c", memberSince: "2019-04-01" },
    activities: forms.map(activity),
    report: { submittedOn: "2024-12-01" },
    ...extra,
  });

function missingAs(asOf: string, given: Case, by = rules): Missing | null {
  return missing(by, given, by.decide(given, { asOf }));
}

/** Each option as "2 × talk|teaching|working-group + 1 × seminar|…". */
const said = (found: Missing | null): string[] =>
  (found?.options ?? []).map((option) => option.map(({ count, forms }) => `${count} × ${forms.join("|")}`).join(" + "));

const TWOS = "short-programme|seminar|course|internship|degree-programme";
const THREES = "talk|teaching|working-group";
const ONES = "article|media-appearance";

describe("missing", () => {
  it("names the smallest sets that close a gap of three: one talk; or a seminar and an article; or three articles", () => {
    const found = missingAs("2024-12-02", theCase(["degree", "article"]));
    expect(found).toMatchObject({ points: 3, report: false });
    expect(said(found)).toEqual([`1 × ${THREES}`, `1 × ${TWOS} + 1 × ${ONES}`, `3 × ${ONES}`]);
  });

  it("leaves until the end of the reporting year", () => {
    const found = missingAs("2024-12-02", theCase(["degree"]));
    expect(found?.window).toEqual({ from: "2024-12-02", to: "2024-12-31", makeUpFor: null, onceImposed: null });
    expect(missingAs("2024-12-31", theCase(["degree"]))?.window?.to).toBe("2024-12-31");
  });

  it("knows that nothing can count between the end of the year and a warning", () => {
    const found = missingAs("2025-01-01", theCase(["degree"]));
    expect(found).toMatchObject({ points: 4, window: null, options: [] });
  });

  it("leaves the month of the warning for making up", () => {
    const warned = theCase(["degree", "course"], { sanctions: [{ sanction: "warning", imposedOn: "2025-03-03" }] });
    const found = missingAs("2025-04-03", warned);
    expect(found?.window).toEqual({ from: "2025-04-03", to: "2025-04-03", makeUpFor: 2024, onceImposed: null });
    expect(said(found)).toEqual([`1 × ${TWOS}`, `2 × ${ONES}`]);
  });

  it("tells what the sanction that is due would leave, if it were imposed now", () => {
    const found = missingAs("2025-03-04", theCase(["degree", "course"]));
    expect(found?.window).toEqual({ from: "2025-03-04", to: "2025-04-04", makeUpFor: 2024, onceImposed: "warning" });
    expect(said(found)).toEqual([`1 × ${TWOS}`, `2 × ${ONES}`]);
    const warned = theCase(["degree", "course"], { sanctions: [{ sanction: "warning", imposedOn: "2025-03-03" }] });
    expect(missingAs("2025-04-04", warned)?.window).toMatchObject({ to: "2025-07-04", onceImposed: "suspension" });
  });

  it("knows that nothing can count when the ladder has ended", () => {
    const sanctions = [
      { sanction: "warning", imposedOn: "2025-03-03" },
      { sanction: "suspension", imposedOn: "2025-04-10" },
    ];
    expect(missingAs("2025-07-10", theCase(["degree"], { sanctions }))?.window?.to).toBe("2025-07-10");
    expect(missingAs("2025-07-11", theCase(["degree"], { sanctions }))).toMatchObject({ window: null, options: [] });
  });

  it("tells that only the report is missing", () => {
    const found = missingAs("2025-01-20", theCase(["degree", "monograph"], { report: null }));
    expect(found).toMatchObject({ points: 0, report: true, options: [] });
  });

  it("owes nothing where the year is fulfilled, exempt, or before membership", () => {
    expect(missingAs("2024-12-02", theCase(["degree", "monograph"]))).toBeNull();
    const leave = { absences: [{ kind: "childcare-leave", from: "2024-02-01", to: null }] };
    expect(missingAs("2024-12-02", theCase([], leave))).toBeNull();
    const later = { consultant: { id: "c", memberSince: "2025-01-01" } };
    expect(missingAs("2025-12-02", theCase([], later))).toBeNull();
  });

  it("proposes no more than a limit leaves, and nothing that does not reach", () => {
    const set = JSON.parse(rules2022) as RuleSet;
    set.limits = [
      {
        id: "media",
        name: { kk: "x", ru: "x", en: "x" },
        clauses: ["7.2"],
        forms: ["article", "media-appearance"],
        most: 1,
      },
    ];
    const capped = compile(parseRuleSet(set));
    const found = missingAs("2024-12-02", theCase(["degree", "course"]), capped);
    expect(said(found)).toEqual([`1 × ${TWOS}`]);
  });

  it("leaves until the end of the months after the year that count in it too", () => {
    const set = JSON.parse(rules2022) as RuleSet;
    set.period.monthsAfter = 2;
    const wider = compile(parseRuleSet(set));
    const found = missingAs("2025-02-28", theCase(["degree"]), wider);
    expect(found?.window).toMatchObject({ from: "2025-02-28", to: "2025-02-28", makeUpFor: null });
    expect(said(found)[0]).toBe(`1 × ${THREES} + 1 × ${ONES}`);
    expect(missingAs("2025-03-01", theCase(["degree"]), wider)?.window).not.toMatchObject({ makeUpFor: null });
  });

  it("imagines one unit of what a weight is per: an attribute's `every`, or one day", () => {
    const set = JSON.parse(rules2022) as RuleSet;
    const text = { kk: "x", ru: "x", en: "x" };
    set.attributes = { activity: [{ id: "minutes", name: text, clauses: ["7.2"], type: "number", default: 60 }] };
    set.forms = set.forms.slice(1, 4);
    Object.assign(set.forms[0] as object, { weight: 4, per: { fact: "activity.minutes", every: 50 } });
    Object.assign(set.forms[0] as object, { rounding: { to: 1, towards: "down" } });
    Object.assign(set.forms[1] as object, { weight: 3, per: { fact: "activity.days", every: 1 } });
    Object.assign(set.forms[2] as object, { weight: 1 });
    set.interpretations = [];
    set.examples = [];
    const found = missingAs("2024-12-02", theCase([]), compile(parseRuleSet(set)));
    expect(said(found)[0]).toBe("1 × seminar + 2 × course");
  });

  it("every option it names closes the gap, and none of its activities could be left out", () => {
    for (const forms of [[], ["seminar"], ["talk"], ["article", "seminar"], ["monograph"], ["degree", "talk"]]) {
      const given = theCase(forms);
      const found = missingAs("2024-12-02", given);
      expect(found?.options.length).toBeGreaterThan(0);
      for (const option of found?.options ?? []) {
        const added = option.flatMap(({ count, forms: any }) => Array<string>(count).fill(any[0] as string));
        const total = (all: readonly string[]): number =>
          rules.decide(theCase([...forms, ...all]), { asOf: "2024-12-02" }).points.total;
        expect(total(added)).toBeGreaterThanOrEqual(10);
        for (const at of added.keys()) expect(total(added.filter((_, place) => place !== at))).toBeLessThan(10);
      }
    }
  });
});
