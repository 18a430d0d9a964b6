import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type Case, CaseError, IntegrityError } from "../../engine/index.ts";
import { type PublishedRules, RuleBook } from "../../server/published-rules.ts";
import type { CaseToRecord } from "../../server/recording/case-to-record.ts";
import { type Recording, recordDecision } from "../../server/recording/record-decision.ts";
import { actorOf } from "../../server/sessions/actor-of.ts";
import { Conflict } from "../../server/store/failures.ts";
import { createTestServices } from "../server/site.ts";
import { consultant, OFFICER, settle } from "./chamber-site.ts";

const BY = actorOf(OFFICER);
const CASES = join(import.meta.dirname, "..", "cases");
const example = JSON.parse(readFileSync(join(CASES, "five-seminars-fulfil-the-norm.json"), "utf8")) as {
  case: Case;
  asOf: string;
};

const toRecord = (given: Partial<CaseToRecord> = {}, id = "c-00001"): CaseToRecord => ({
  action: "decision.record",
  chamber: "almaty-city",
  consultantName: "Айгерім Сәрсенова",
  content: { ...example.case, consultant: { ...example.case.consultant, id } },
  asOf: example.asOf,
  from: 0,
  submission: "submission-1",
  reason: null,
  ...given,
});

const CASE = "almaty-city/2024/c-00001";

describe("recording a decision", () => {
  let services: Recording;
  beforeEach(async () => {
    services = await createTestServices();
    await settle(
      services.store,
      Array.from({ length: 8 }, (_, at) => consultant(`c-1000${at}`)),
    );
  });

  it("is one event: the case, the decision and the rule set", async () => {
    const before = await services.store.head();
    await recordDecision(services, BY, toRecord());
    expect((await services.store.head()).size).toBe(before.size + 1);
    const event = await services.store.event(before.size);
    expect(event).toMatchObject({ action: "decision.record", by: BY, submission: "submission-1" });
    expect(event?.records.map(({ kind }) => kind).sort()).toEqual(["case", "decision", "rule-set"]);
  });

  it("keeps the rule set once", async () => {
    await recordDecision(services, BY, toRecord());
    const before = await services.store.head();
    await recordDecision(services, BY, toRecord({ submission: "submission-2" }, "c-00002"));
    const event = await services.store.event(before.size);
    expect(event?.records.map(({ kind }) => kind).sort()).toEqual(["case", "decision"]);
  });

  it("lets first decisions come at once, each of which would bring the rule set", async () => {
    const ids = Array.from({ length: 8 }, (_, at) => `c-1000${at}`);
    await Promise.all(ids.map((id) => recordDecision(services, BY, toRecord({ submission: id.padEnd(8) }, id))));
    expect((await services.store.casesOf("almaty-city", 2024)).length).toBe(8);
    expect((await services.store.ruleSets()).length).toBe(1);
  });

  it("is won by one of 32 who record the same case at once; 31 are conflicts, and nothing else is kept", async () => {
    const before = await services.store.head();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 32 }, (_, at) => recordDecision(services, BY, toRecord({ submission: `submission-${at}` }))),
    );
    const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(refused.length).toBe(31);
    expect(refused.every((error) => error instanceof Conflict)).toBe(true);
    expect((await services.store.decisionsOn(CASE)).length).toBe(1);
    expect((await services.store.head()).size).toBe(before.size + 1);
  });

  it("is done once for a thousand repeats of one submission, and every one is answered alike", {
    timeout: 60_000,
  }, async () => {
    const before = await services.store.head();
    const answers = await Promise.all(Array.from({ length: 1000 }, () => recordDecision(services, BY, toRecord())));
    expect(new Set(answers.map(({ number }) => number))).toEqual(new Set([1]));
    expect(answers.filter(({ repeated }) => !repeated).length).toBe(1);
    expect((await services.store.head()).size).toBe(before.size + 1);
  });

  it("answers a repeat that comes after a correction with the first decision", async () => {
    await recordDecision(services, BY, toRecord());
    await recordDecision(services, BY, toRecord({ from: 1, submission: "submission-2", reason: "Another document" }));
    const repeat = await recordDecision(services, BY, toRecord());
    expect(repeat).toEqual({ case: CASE, number: 1, repeated: true });
    expect((await services.store.decisionsOn(CASE)).length).toBe(2);
  });

  it("asks for the reason of a correction, and keeps what it corrects as it was", async () => {
    await recordDecision(services, BY, toRecord());
    const first = await services.store.decision(`${CASE}/1`);
    const correction = toRecord({ from: 1, submission: "submission-2", asOf: "2025-03-15" });
    await expect(recordDecision(services, BY, correction)).rejects.toThrow(CaseError);
    await recordDecision(services, BY, { ...correction, reason: "Decided again" });
    expect(await services.store.decision(`${CASE}/1`)).toEqual(first);
    expect((await services.store.decision(`${CASE}/2`))?.state).toMatchObject({ corrects: 1, reason: "Decided again" });
    expect((await services.store.case(CASE))?.state.latest).toMatchObject({ number: 2, asOf: "2025-03-15" });
  });

  it("is refused on an old version, and says what is kept", async () => {
    await recordDecision(services, BY, toRecord());
    const old = recordDecision(services, BY, toRecord({ submission: "submission-2" }));
    await expect(old).rejects.toMatchObject({
      name: "Conflict",
      records: [{ kind: "case", id: CASE, from: 0, kept: { version: 1 } }],
    });
  });

  it("records nothing that the second opinion does not confirm", async () => {
    const real = services.rules.inForce(2024) as PublishedRules;
    const bent: PublishedRules = {
      ...real,
      decide: (theCase, options) => ({ ...real.decide(theCase, options), outcome: "exempt" }),
    };
    const before = await services.store.head();
    const bentServices = { ...services, rules: new RuleBook([bent]) };
    await expect(recordDecision(bentServices, BY, toRecord())).rejects.toThrow(IntegrityError);
    expect(await services.store.head()).toEqual(before);
  });

  it("is made as of no day to come", async () => {
    await expect(recordDecision(services, BY, toRecord({ asOf: "2025-03-21" }))).rejects.toThrow(CaseError);
    await recordDecision(services, BY, toRecord({ asOf: "2025-03-20" }));
  });

  it("refuses a year without rules", async () => {
    const content: Case = { ...example.case, reportingYear: 2019 };
    await expect(recordDecision(services, BY, toRecord({ content }))).rejects.toThrow(CaseError);
  });
});
