import { type FactType, type FactValue, fits } from "./fact-types.ts";
import { CaseError, type Problem, pointerStep, problem } from "./problem.ts";
import type { Case } from "./schema/case.ts";
import type { RuleSet } from "./schema/rule-set.ts";

/** What the rule set declares for its cases. */
export interface Declarations {
  absences: ReadonlySet<string>;
  sanctions: ReadonlySet<string>;
  attributes: ReadonlyMap<string, FactType>;
}

export const declarationsOf = (ruleSet: RuleSet): Declarations => ({
  absences: new Set(ruleSet.absences.map(({ id }) => id)),
  sanctions: new Set(ruleSet.sanctions.map(({ id }) => id)),
  attributes: new Map(ruleSet.attributes?.consultant.map(({ id, type }) => [id, type])),
});

const list = (names: Iterable<string>): string => [...names].join(", ") || "–";

function checkAttributes(given: Record<string, FactValue>, { attributes }: Declarations, problems: Problem[]): void {
  for (const [attribute, value] of Object.entries(given)) {
    const pointer = `/consultant/attributes${pointerStep(attribute)}`;
    const type = attributes.get(attribute);
    if (!type) problems.push(problem("unknown-attribute", pointer, { attribute, known: list(attributes.keys()) }));
    else if (!fits(type, value)) {
      problems.push(problem("wrong-attribute-type", pointer, { attribute, expected: type }));
    }
  }
}

/**
 * Refuses a case that names an absence, a sanction or an attribute which the rule set does not declare.
 * @throws {CaseError} with every such place.
 */
export function checkDeclarations(theCase: Case, declarations: Declarations): void {
  const { absences, sanctions, consultant } = theCase;
  if (!absences?.length && !sanctions?.length && !consultant.attributes) return;
  const problems: Problem[] = [];
  for (const [at, { kind }] of (absences ?? []).entries()) {
    if (declarations.absences.has(kind)) continue;
    problems.push(problem("unknown-absence", `/absences/${at}/kind`, { kind, known: list(declarations.absences) }));
  }
  for (const [at, { sanction }] of (sanctions ?? []).entries()) {
    if (declarations.sanctions.has(sanction)) continue;
    const known = list(declarations.sanctions);
    problems.push(problem("unknown-sanction", `/sanctions/${at}/sanction`, { sanction, known }));
  }
  if (consultant.attributes) checkAttributes(consultant.attributes, declarations, problems);
  if (problems.length > 0) throw new CaseError(problems);
}
