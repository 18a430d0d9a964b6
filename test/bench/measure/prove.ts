import { isDeepStrictEqual } from "node:util";
import type { CompiledRuleSet } from "../../../engine/index.ts";
import type { Answer, Contender } from "../contenders/contender.ts";
import type { DatedCase } from "../generate/case.ts";
import { handwritten } from "../handwritten.ts";

/** Two of those that are compared do not agree about a case: whatever was measured would mean nothing. */
export class Disagreement extends Error {
  constructor(number: number, dated: DatedCase, answers: Record<string, unknown>) {
    super(`Case ${number} is decided differently.\n${JSON.stringify({ ...answers, ...dated }, null, 2)}`);
  }
}

/** Proves that the engine, with and without a trace, gives the bytes that the handwritten function gives. */
export function proveEngine(rules: CompiledRuleSet, cases: readonly DatedCase[]): void {
  const decideByHand = handwritten(rules.sha256);
  for (const [number, dated] of cases.entries()) {
    const { case: theCase, asOf } = dated;
    const byHand = JSON.stringify(decideByHand(theCase, asOf));
    const plain = JSON.stringify(rules.decide(theCase, { asOf, trace: false }));
    const { trace, ...traced } = rules.decide(theCase, { asOf });
    if (byHand !== plain || byHand !== JSON.stringify(traced) || !trace?.length) {
      throw new Disagreement(number, dated, { byHand, plain, traced });
    }
  }
}

/** Proves that a contender gives the outcomes and totals that the engine gives. */
export async function proveAnswers(
  contender: Contender,
  rules: CompiledRuleSet,
  cases: readonly DatedCase[],
): Promise<void> {
  const answers: Answer[] = [];
  await contender.decideAll(cases, answers);
  for (const [number, dated] of cases.entries()) {
    const { outcome, points } = rules.decide(dated.case, { asOf: dated.asOf, trace: false });
    const expected = { outcome, total: points.total };
    const answer = answers[number];
    if (!isDeepStrictEqual(answer, expected)) {
      throw new Disagreement(number, dated, { engine: expected, [contender.id]: answer });
    }
  }
}
