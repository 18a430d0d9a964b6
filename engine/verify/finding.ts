import { type Params, type Problem, problem } from "../reading/problem.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import type { Probe } from "./probe.ts";

/** What the verification refuted or could not find, with a case that shows it where there is one. */
export interface Verdict extends Problem {
  severity: "error" | "warning";
  counterExample?: Probe;
}

const verdict = (severity: Verdict["severity"], found: Problem, shown?: Probe): Verdict =>
  shown
    ? { ...found, severity, counterExample: { case: structuredClone(shown.case), asOf: shown.asOf } }
    : { ...found, severity };

/** The set cannot work as it stands. */
export const refuted = (code: string, pointer: string, params: Params, shown?: Probe): Verdict =>
  verdict("error", problem(code, pointer, params), shown);

/** The set works, but hardly as it was meant. */
export const doubted = (code: string, pointer: string, params: Params, shown?: Probe): Verdict =>
  verdict("warning", problem(code, pointer, params), shown);

/** Whether a reading of the rule set governs the place, or a part that holds it: what is declared is no surprise. */
export const isDeclared = ({ interpretations }: RuleSet, pointer: string, least = 1): boolean =>
  interpretations.some(({ governs }) =>
    governs.some(
      (target) => (pointer === target || pointer.startsWith(`${target}/`)) && target.split("/").length - 1 >= least,
    ),
  );
