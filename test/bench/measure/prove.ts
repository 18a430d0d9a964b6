import { isDeepStrictEqual } from "node:util";
import type { CompiledRuleSet } from "../../../engine/index.ts";
import type { Answer, Contender } from "../contenders/contender.ts";
import type { DatedCase } from "../generate/case.ts";
import { groupsOf } from "../generate/groups.ts";
import { handwritten } from "../handwritten.ts";
import type { Sample } from "./sample.ts";

/** Two of those that are compared do not agree about a case: whatever was measured would mean nothing. */
export class Disagreement extends Error {
  constructor(dated: DatedCase, answers: Record<string, unknown>) {
    super(`A case is decided differently.\n${JSON.stringify({ ...answers, ...dated }, null, 2)}`);
  }
}

/** Proves that the engine, with and without a trace, gives the bytes that the handwritten function gives. */
function proveEngine(rules: CompiledRuleSet, cases: readonly DatedCase[]): void {
  const decideByHand = handwritten(rules.sha256);
  for (const dated of cases) {
    const { case: theCase, asOf } = dated;
    const byHand = JSON.stringify(decideByHand(theCase, asOf));
    const plain = JSON.stringify(rules.decide(theCase, { asOf, trace: false }));
    const { trace, ...traced } = rules.decide(theCase, { asOf });
    if (byHand !== plain || byHand !== JSON.stringify(traced) || !trace?.length) {
      throw new Disagreement(dated, { byHand, plain, traced });
    }
  }
}

/** Proves that a contender gives the outcomes and totals that the engine gives. */
async function proveAnswers(contender: Contender, rules: CompiledRuleSet, cases: readonly DatedCase[]): Promise<void> {
  const answers: Answer[] = [];
  await contender.decideAll(cases, answers);
  for (const [at, dated] of cases.entries()) {
    const { outcome, points } = rules.decide(dated.case, { asOf: dated.asOf, trace: false });
    const expected = { outcome, total: points.total };
    if (!isDeepStrictEqual(answers[at], expected)) {
      throw new Disagreement(dated, { engine: expected, [contender.id]: answers[at] });
    }
  }
}

/** Proves that all who are to be measured decide the cases alike. */
export async function proveAll(
  contenders: readonly Contender[],
  rules: CompiledRuleSet,
  sample: Sample,
): Promise<void> {
  let number = 0;
  for (const group of groupsOf(sample.seed, sample.cases)) {
    proveEngine(rules, group);
    for (const contender of contenders) {
      if (sample.includes(number, contender)) await proveAnswers(contender, rules, group);
    }
    number++;
  }
}
