import type { Evaluation } from "../evaluation.ts";
import { type CompiledCondition, compileCondition, factsRead } from "../facts/conditions.ts";
import type { Fact } from "../facts/facts.ts";
import type { Absence } from "../schema/case.ts";
import type { Exemption } from "../schema/rule-set.ts";

export interface CompiledExemption extends Exemption {
  condition: CompiledCondition;
}

export const compileExemptions = (
  exemptions: readonly Exemption[],
  facts: ReadonlyMap<string, Fact>,
): CompiledExemption[] =>
  exemptions.map((exemption) => ({ ...exemption, condition: compileCondition(exemption.when, facts) }));

/** Whether the exemption holds, for the consultant or for any one absence that had begun by `asOf`. */
function holds(
  { forAny, condition }: CompiledExemption,
  evaluation: Evaluation,
  absences: readonly Absence[],
): boolean {
  if (!forAny) return condition.holds(evaluation);
  for (const absence of absences) {
    if (absence.from > evaluation.asOf) continue;
    evaluation.absence = absence;
    if (condition.holds(evaluation)) return true;
  }
  return false;
}

/** The absence with its fields in one order, whatever their order in the case was. */
const inOneOrder = ({ kind, ground, from, to }: Absence): Absence => ({
  kind,
  ...(ground === undefined ? {} : { ground }),
  from,
  to,
});

function traceExemption(exemption: CompiledExemption, evaluation: Evaluation, gave: boolean): void {
  evaluation.trace?.push({
    step: "exemption",
    subject: exemption.id,
    clauses: exemption.clauses,
    facts: exemption.forAny
      ? { absences: (evaluation.case.absences ?? []).filter(({ from }) => from <= evaluation.asOf).map(inOneOrder) }
      : factsRead(exemption.condition, evaluation),
    gave,
  });
}

const NO_ABSENCES: readonly Absence[] = [];

/** The first exemption of the rule set that holds, or null. */
export function findExemption(
  exemptions: readonly CompiledExemption[],
  evaluation: Evaluation,
): CompiledExemption | null {
  const { absences = NO_ABSENCES } = evaluation.case;
  for (const exemption of exemptions) {
    const gave = holds(exemption, evaluation, absences);
    if (evaluation.trace) traceExemption(exemption, evaluation, gave);
    if (gave) return exemption;
  }
  return null;
}
