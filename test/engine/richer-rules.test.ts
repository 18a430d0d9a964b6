import { describe, expect, it } from "vitest";
import { type Activity, compile, type Decision, parseCase } from "../../engine/index.ts";
import { richerRules } from "./richer-rules.ts";

/** In the richer rules seminars count up to five days and 5 points, media up to 1.5 points, internships from half a unit. */
const { decide } = compile(richerRules);

const activity = (id: string, form: string, to: string, fields: Partial<Activity> = {}): Activity => ({
  ...{ id, form, title: id, organizer: "Chamber", from: to, to },
  evidence: [{ kind: "certificate", name: `${id}.pdf` }],
  ...fields,
});

function decideWith(activities: Activity[], attributes: Record<string, boolean> = {}): Decision {
  const consultant = { id: "c-1", memberSince: "2019-04-01", attributes };
  const report = { submittedOn: "2025-02-10" };
  return decide(parseCase({ reportingYear: 2024, consultant, activities, report }), { asOf: "2025-02-20" });
}

const credits = ({ activities }: Decision): unknown[] =>
  activities.map(({ id, credited, reason }) => [id, credited, reason]);

describe("a limit", () => {
  it("leaves of an activity what is left under it, and of the next nothing", () => {
    const decision = decideWith([
      activity("a1", "seminar", "2024-01-10"),
      activity("a2", "seminar", "2024-02-10"),
      activity("a3", "seminar", "2024-03-10"),
      activity("a4", "seminar", "2024-04-10"),
      activity("a5", "course", "2024-05-10"),
    ]);
    expect(credits(decision)).toEqual([
      ["a1", 2, null],
      ["a2", 2, null],
      ["a3", 1, "over-limit"],
      ["a4", 0, "over-limit"],
      ["a5", 2, null],
    ]);
    expect(decision.points).toMatchObject({ credited: 7, total: 7, shortfall: 3 });
  });

  it("exactly reached cuts nothing", () => {
    const decision = decideWith([
      activity("a1", "seminar", "2024-01-10", { units: 2.5 }),
      activity("a2", "article", "2024-02-10"),
      activity("a3", "media-appearance", "2024-02-11", { units: 0.5 }),
    ]);
    expect(credits(decision)).toEqual([
      ["a1", 5, null],
      ["a2", 1, null],
      ["a3", 0.5, null],
    ]);
  });

  it("is used up in the order in which the activities ended, then by their ids", () => {
    const decision = decideWith([
      activity("b", "article", "2024-06-01"),
      activity("a", "media-appearance", "2024-06-01"),
      activity("c", "article", "2024-05-31", { units: 0.25 }),
    ]);
    expect(credits(decision)).toEqual([
      ["b", 0.25, "over-limit"],
      ["a", 1, null],
      ["c", 0.25, null],
    ]);
  });

  it("counts recognised points, and differs from what was claimed", () => {
    const decision = decideWith([
      activity("a1", "seminar", "2024-01-10", { recognition: { points: 4.5, decidedOn: "2024-02-01" } }),
      activity("a2", "seminar", "2024-02-10", { claimedPoints: 2 }),
      activity("a3", "seminar", "2024-03-10", { claimedPoints: 0 }),
    ]);
    expect(credits(decision)).toEqual([
      ["a1", 4.5, null],
      ["a2", 0.5, "over-limit"],
      ["a3", 0, "over-limit"],
    ]);
    expect(decision.findings.map(({ code, activity: id }) => [code, id])).toEqual([
      ["claimed-points-differ", "a2"],
      ["norm-not-met", null],
    ]);
  });

  it("is not used up by what is not credited", () => {
    const decision = decideWith([
      activity("a1", "seminar", "2023-12-31", { units: 3 }),
      activity("a2", "seminar", "2024-01-10", { units: 3, evidence: [] }),
      activity("a3", "seminar", "2024-02-10", { units: 2.5 }),
    ]);
    expect(credits(decision)).toEqual([
      ["a1", 0, "outside-period"],
      ["a2", 0, "no-evidence"],
      ["a3", 5, null],
    ]);
  });
});

describe("a form's own condition", () => {
  it("holds on its last day and fails on the next", () => {
    const decision = decideWith([
      activity("a1", "seminar", "2024-03-05", { from: "2024-03-01" }),
      activity("a2", "seminar", "2024-04-06", { from: "2024-04-01" }),
      activity("a3", "internship", "2024-05-01", { units: 0.5 }),
      activity("a4", "internship", "2024-06-01", { units: 0.49 }),
    ]);
    expect(credits(decision)).toEqual([
      ["a1", 2, null],
      ["a2", 0, "not-eligible"],
      ["a3", 1, null],
      ["a4", 0, "not-eligible"],
    ]);
  });

  it("is asked after the year and before the evidence, of a recognised activity too", () => {
    const long = { from: "2024-03-01" };
    const decision = decideWith([
      activity("a1", "seminar", "2025-01-10", { ...long, evidence: [] }),
      activity("a2", "seminar", "2024-04-10", { ...long, evidence: [] }),
      activity("a3", "seminar", "2024-05-10", { ...long, recognition: { points: 2, decidedOn: "2024-06-01" } }),
    ]);
    expect(credits(decision)).toEqual([
      ["a1", 0, "outside-period"],
      ["a2", 0, "not-eligible"],
      ["a3", 0, "not-eligible"],
    ]);
    expect(decision.findings.map(({ code, activity: id }) => [code, id])).toEqual([
      ["outside-period", "a1"],
      ["norm-not-met", null],
    ]);
  });
});

describe("a further requirement", () => {
  const scholar = [activity("a1", "degree", "2024-06-20"), activity("a2", "monograph", "2024-07-20")];
  const tenWithoutPractice = [
    activity("a1", "monograph", "2024-06-20"),
    activity("a2", "public-education", "2024-07-20"),
  ];

  it("keeps a year with enough points unfulfilled, without saying that the norm is not met", () => {
    const decision = decideWith(tenWithoutPractice);
    expect(decision).toMatchObject({ outcome: "unfulfilled", points: { total: 10, shortfall: 0 }, findings: [] });
    expect(decision.sanction.due).toBe("warning");
  });

  it("may be met in another way", () => {
    expect(decideWith(scholar)).toMatchObject({ outcome: "fulfilled", points: { total: 11 } });
  });

  it("may ask less of some consultants", () => {
    const withTalk = [...tenWithoutPractice, activity("a3", "talk", "2024-08-01")];
    expect(decideWith(withTalk).outcome).toBe("unfulfilled");
    expect(decideWith(withTalk, { rural: true }).outcome).toBe("fulfilled");
  });
});
