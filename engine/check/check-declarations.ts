import { type FactType, type FactValue, fits } from "../facts/fact-types.ts";
import { CaseError, type Problem, pointerStep, problem } from "../reading/problem.ts";
import type { Case } from "../schema/case.ts";
import type { Attribute, RuleSet } from "../schema/rule-set.ts";

/** An attribute that a case may give: its type, and the values that it may have where they are listed. */
interface Declared {
  type: FactType;
  values: ReadonlySet<string> | null;
}

type DeclaredAttributes = ReadonlyMap<string, Declared>;

/** What the rule set declares for its cases. */
export interface Declarations {
  absences: ReadonlySet<string>;
  sanctions: ReadonlySet<string>;
  decisions: ReadonlySet<string>;
  ofConsultant: DeclaredAttributes;
  ofActivity: DeclaredAttributes;
}

const idsOf = (parts: readonly { id: string }[] = []): ReadonlySet<string> => new Set(parts.map(({ id }) => id));

const declared = (attributes: readonly Attribute[] = []): DeclaredAttributes =>
  new Map(attributes.map(({ id, type, values }) => [id, { type, values: values ? new Set(values) : null }]));

export const declarationsOf = ({ absences, sanctions, decisions, attributes }: RuleSet): Declarations => ({
  absences: idsOf(absences),
  sanctions: idsOf(sanctions),
  decisions: idsOf(decisions),
  ofConsultant: declared(attributes?.consultant),
  ofActivity: declared(attributes?.activity),
});

const list = (names: Iterable<string>): string => [...names].join(", ") || "–";

/** What is wrong with the value of an attribute, if anything. */
export function attributeProblem(
  attribute: string,
  { type, values }: Declared,
  value: FactValue,
  pointer: string,
): Problem | null {
  if (!fits(type, value)) return problem("wrong-attribute-type", pointer, { attribute, expected: type });
  if (values && !values.has(value as string)) return problem("not-allowed", pointer, { allowed: list(values) });
  return null;
}

function checkAttributes(
  given: Record<string, FactValue> | undefined,
  known: DeclaredAttributes,
  place: string,
): Problem[] {
  return Object.entries(given ?? {}).flatMap(([attribute, value]) => {
    const pointer = `${place}/attributes${pointerStep(attribute)}`;
    const found = known.get(attribute);
    if (!found) return [problem("unknown-attribute", pointer, { attribute, known: list(known.keys()) })];
    return attributeProblem(attribute, found, value, pointer) ?? [];
  });
}

function checkNames<Part>(
  parts: readonly Part[],
  known: ReadonlySet<string>,
  { place, field, code }: { place: string; field: keyof Part & string; code: string },
): Problem[] {
  return parts.flatMap((part, at) => {
    const name = part[field] as string;
    return known.has(name) ? [] : [problem(code, `${place}/${at}/${field}`, { [field]: name, known: list(known) })];
  });
}

/** Whether the case surely names nothing that is not declared: quick, for nearly every case. */
function isPlain({ absences, sanctions, decisions, consultant, activities }: Case, known: Declarations): boolean {
  if (decisions || consultant.attributes) return false;
  if (absences) for (const { kind } of absences) if (!known.absences.has(kind)) return false;
  if (sanctions) for (const { sanction } of sanctions) if (!known.sanctions.has(sanction)) return false;
  for (let at = 0; at < activities.length; at++) if (activities[at]?.attributes) return false;
  return true;
}

const ABSENCE = { place: "/absences", field: "kind", code: "unknown-absence" } as const;
const SANCTION = { place: "/sanctions", field: "sanction", code: "unknown-sanction" } as const;
const DECISION = { place: "/decisions", field: "decision", code: "unknown-decision" } as const;

/**
 * Refuses a case that names an absence, a sanction, a decision or an attribute which the rule set does not declare.
 * @throws {CaseError} with every such place.
 */
export function checkDeclarations(theCase: Case, declarations: Declarations): void {
  if (isPlain(theCase, declarations)) return;
  const { absences = [], sanctions = [], decisions = [], consultant, activities } = theCase;
  const problems = [
    ...checkNames(absences, declarations.absences, ABSENCE),
    ...checkNames(sanctions, declarations.sanctions, SANCTION),
    ...checkNames(decisions, declarations.decisions, DECISION),
    ...checkAttributes(consultant.attributes, declarations.ofConsultant, "/consultant"),
    ...activities.flatMap(({ attributes }, at) =>
      checkAttributes(attributes, declarations.ofActivity, `/activities/${at}`),
    ),
  ];
  if (problems.length > 0) throw new CaseError(problems);
}
