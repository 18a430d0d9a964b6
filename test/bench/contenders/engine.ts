import type { CompiledRuleSet } from "../../../engine/index.ts";
import { handwritten } from "../handwritten.ts";
import { type Contender, oneByOne } from "./contender.ts";

/** The Rules as a plain function. */
export function byHand({ sha256 }: CompiledRuleSet): Contender {
  const decide = handwritten(sha256);
  const decideAll = oneByOne(({ case: theCase, asOf }) => {
    const { outcome, points } = decide(theCase, asOf);
    return { outcome, total: points.total };
  });
  return { id: "handwritten", name: "handwritten TypeScript", slow: false, decideAll };
}

/** The same cases under the amendment for 2028, the richest rules that take them: what the language costs when it is used. */
export const byRichestRules = (rules: CompiledRuleSet): Contender => ({
  id: "engine-2028",
  name: "engine, rules of 2028",
  slow: false,
  decideAll: oneByOne(({ case: theCase, asOf }) => {
    const { outcome, points } = rules.decide(theCase, { asOf, trace: false });
    return { outcome, total: points.total };
  }),
});

/** The Rules as data, decided by the engine of this project. */
export function byEngine(rules: CompiledRuleSet, trace: boolean): Contender {
  const decideAll = oneByOne(({ case: theCase, asOf }) => {
    const { outcome, points } = rules.decide(theCase, { asOf, trace });
    return { outcome, total: points.total };
  });
  if (trace) return { id: "engine-trace", name: "engine, with trace", slow: false, decideAll };
  return { id: "engine", name: "engine, without trace", slow: false, decideAll };
}
