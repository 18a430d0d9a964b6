import { fits } from "./fact-types.ts";
import { type Problem, problem } from "./problem.ts";
import type { RuleSet } from "./schema/rule-set.ts";

interface Named {
  id: string;
}

/** The lists of a rule set whose parts have ids, by their place. */
const namedLists = (ruleSet: RuleSet): [pointer: string, parts: readonly Named[]][] => [
  ["/attributes/consultant", ruleSet.attributes?.consultant ?? []],
  ["/absences", ruleSet.absences],
  ["/exemptions", ruleSet.exemptions],
  ["/amounts", ruleSet.amounts],
  ["/forms", ruleSet.forms],
  ["/limits", ruleSet.limits ?? []],
  ["/measures", ruleSet.measures],
  ["/requirements", ruleSet.requirements],
  ["/sanctions", ruleSet.sanctions],
  ["/interpretations", ruleSet.interpretations],
  ["/examples", ruleSet.examples],
];

function duplicates(pointer: string, parts: readonly Named[]): Problem[] {
  const seen = new Set<string>();
  return parts.flatMap(({ id }, at) => {
    if (seen.has(id)) return [problem("duplicate-id", `${pointer}/${at}/id`, { id })];
    seen.add(id);
    return [];
  });
}

/** The parts that every rule set needs under a fixed id, because the contract names them. */
const neededParts = (ruleSet: RuleSet): Problem[] => [
  ...(ruleSet.amounts.some(({ id }) => id === "norm") ? [] : [problem("missing-part", "/amounts", { id: "norm" })]),
  ...(ruleSet.measures.some(({ id }) => id === "total") ? [] : [problem("missing-part", "/measures", { id: "total" })]),
];

function unknownForms(ruleSet: RuleSet, list: "limits" | "measures"): Problem[] {
  const forms = new Set(ruleSet.forms.map(({ id }) => id));
  return (ruleSet[list] ?? []).flatMap((part, at) =>
    (part.forms ?? []).flatMap((form, place) =>
      forms.has(form) ? [] : [problem("unknown-form", `/${list}/${at}/forms/${place}`, { form })],
    ),
  );
}

const badDefaults = (ruleSet: RuleSet): Problem[] =>
  (ruleSet.attributes?.consultant ?? []).flatMap(({ id, type, default: value }, at) =>
    fits(type, value)
      ? []
      : [
          problem("wrong-attribute-type", `/attributes/consultant/${at}/default`, {
            attribute: id,
            expected: type,
          }),
        ],
  );

/** Whether a JSON Pointer (RFC 6901) leads to something in the value. */
function leadsSomewhere(value: unknown, pointer: string): boolean {
  let here = value;
  for (const step of pointer.slice(1).split("/")) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, key)) return false;
    if (Array.isArray(here) && key === "length") return false;
    here = (here as Record<string, unknown>)[key];
  }
  return true;
}

const lostReadings = (ruleSet: RuleSet): Problem[] =>
  ruleSet.interpretations.flatMap(({ governs }, at) =>
    governs.flatMap((target, place) =>
      leadsSomewhere(ruleSet, target)
        ? []
        : [problem("nothing-there", `/interpretations/${at}/governs/${place}`, { target })],
    ),
  );

/** What a rule set names but does not have, or has twice. */
export const checkReferences = (ruleSet: RuleSet): Problem[] => [
  ...namedLists(ruleSet).flatMap(([pointer, parts]) => duplicates(pointer, parts)),
  ...neededParts(ruleSet),
  ...unknownForms(ruleSet, "limits"),
  ...unknownForms(ruleSet, "measures"),
  ...badDefaults(ruleSet),
  ...lostReadings(ruleSet),
];
