import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { compile, parseCase, parseRuleSet } from "../../engine/index.ts";
import { generateCase, SEED } from "./generate/case.ts";
import { handwritten } from "./handwritten.ts";

const CASES = 2_000;

it("decides as the Rules of 2022 written by hand do, byte for byte", () => {
  const rules = compile(parseRuleSet(readFileSync(new URL("../../rules/2022.json", import.meta.url), "utf8")));
  const decideByHand = handwritten(rules.sha256);
  for (let number = 0; number < CASES; number++) {
    const { case: theCase, asOf } = generateCase(SEED, number);
    const decision = rules.decide(parseCase(JSON.stringify(theCase)), { asOf, trace: false });
    const byHand = JSON.stringify(decideByHand(theCase, asOf));
    expect(JSON.stringify(decision), `case ${number} of seed ${SEED}`).toBe(byHand);
  }
});

it("generates every outcome, reason and finding of the Rules of 2022", () => {
  const decideByHand = handwritten("");
  const seen = new Set<string | null>();
  for (let number = 0; number < CASES; number++) {
    const { case: theCase, asOf } = generateCase(SEED, number);
    const { outcome, activities, report, sanction, findings } = decideByHand(theCase, asOf);
    for (const word of [outcome, report.status, `due: ${sanction.due}`]) seen.add(word);
    for (const { reason } of activities) seen.add(reason);
    for (const { code } of findings) seen.add(code);
  }
  expect([...seen]).toEqual(expect.arrayContaining(EVERYTHING));
});

const EVERYTHING = [
  ...["not-a-member", "exempt", "fulfilled", "pending", "unfulfilled"],
  ...["not-required", "on-time", "late", "not-due", "missing"],
  ...["due: null", "due: warning", "due: suspension", "sanctions-exhausted"],
  ...["after-as-of", "other-year", "outside-make-up", "outside-period", "unlisted-form", "no-evidence", null],
  ...["claimed-points-differ", "claimed-total-differ", "late-report", "missing-report", "norm-not-met"],
  "possible-duplicate",
];
