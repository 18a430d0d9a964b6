import type { RuleSet } from "../schema/rule-set.ts";
import type { Probe } from "./probe.ts";
import { Prober } from "./probe.ts";

/** A part that holds credits down: what the rule set would be without it. */
export interface Cap {
  pointer: string;
  id: string;
  without: RuleSet;
}

const leftOut = <T>(list: readonly T[], at: number): T[] => list.filter((_, place) => place !== at);

/** Every limit, assignment, and most of a term, with the rule set without it. */
export function capsOf(ruleSet: RuleSet): Cap[] {
  const { limits = [], assignments = [], measures } = ruleSet;
  const ofTerms = measures.flatMap((measure, at) =>
    (measure.terms ?? []).flatMap((term, place): Cap[] => {
      if (term.most === undefined) return [];
      const { most: _, ...free } = term;
      const terms = (measure.terms ?? []).map((other, here) => (here === place ? free : other));
      const changed = measures.map((other, here) => (here === at ? { ...other, terms } : other));
      const pointer = `/measures/${at}/terms/${place}/most`;
      return [{ pointer, id: measure.id, without: { ...ruleSet, measures: changed } }];
    }),
  );
  return [
    ...limits.map(({ id }, at): Cap => {
      return { pointer: `/limits/${at}`, id, without: { ...ruleSet, limits: leftOut(limits, at) } };
    }),
    ...assignments.map(({ id }, at): Cap => {
      return { pointer: `/assignments/${at}`, id, without: { ...ruleSet, assignments: leftOut(assignments, at) } };
    }),
    ...ofTerms,
  ];
}

/** The caps without which the cases turn out otherwise. */
export function blamed(
  ruleSet: RuleSet,
  probes: readonly Probe[],
  spender: Prober,
  turns: (prober: Prober, probe: Probe) => boolean,
): Cap[] {
  return capsOf(ruleSet).filter(({ without }) => {
    const prober = new Prober(without);
    const isBlamed = probes.some((probe) => turns(prober, probe));
    spender.decisions += prober.decisions;
    spender.work += prober.work;
    return isBlamed;
  });
}
