import { allFacts } from "../facts/facts.ts";
import { type Problem, problem } from "../reading/problem.ts";
import type { Attribute, RuleSet } from "../schema/rule-set.ts";
import { attributeProblem } from "./check-declarations.ts";
import { misnamedValues } from "./misnamed-values.ts";
import { unknownReferences } from "./unknown-references.ts";

interface Named {
  id: string;
}

/** The lists of a rule set whose parts have ids, by their place. */
const namedLists = (ruleSet: RuleSet): [pointer: string, parts: readonly Named[]][] => [
  ["/attributes/consultant", ruleSet.attributes?.consultant ?? []],
  ["/attributes/activity", ruleSet.attributes?.activity ?? []],
  ["/decisions", ruleSet.decisions ?? []],
  ["/categories", ruleSet.categories ?? []],
  ["/absences", ruleSet.absences],
  ["/exemptions", ruleSet.exemptions],
  ["/amounts", ruleSet.amounts],
  ["/forms", ruleSet.forms],
  ["/limits", ruleSet.limits ?? []],
  ["/assignments", ruleSet.assignments ?? []],
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

/** Attributes of activities that bear the name of a fact which every activity has. */
function clashes(ruleSet: RuleSet): Problem[] {
  const others = allFacts({ ...ruleSet, attributes: {} }).map(({ name }) => name);
  return (ruleSet.attributes?.activity ?? []).flatMap(({ id }, at) =>
    others.includes(`activity.${id}`) ? [problem("duplicate-id", `/attributes/activity/${at}/id`, { id })] : [],
  );
}

/** The parts that a rule set needs: those that the contract names, and those that another part relies on. */
function neededParts({ amounts, measures, deadlines, calendar, cycle }: RuleSet): Problem[] {
  const needs: [isThere: boolean, pointer: string, id: string][] = [
    [amounts.some(({ id }) => id === "norm"), "/amounts", "norm"],
    [measures.some(({ id, count }) => id === "total" && !count), "/measures", "total"],
    ...Object.entries(deadlines).map(([id, { rollover }]): [boolean, string, string] => [
      rollover === "none" || calendar !== undefined,
      `/deadlines/${id}/rollover`,
      "calendar",
    ]),
    ...measures.map(({ over }, at): [boolean, string, string] => [
      over !== "cycle" || cycle !== undefined,
      `/measures/${at}/over`,
      "cycle",
    ]),
    ...amounts.map(({ proRata }, at): [boolean, string, string] => [
      proRata?.outOf !== "cycle" || cycle !== undefined,
      `/amounts/${at}/proRata/outOf`,
      "cycle",
    ]),
  ];
  return needs.filter(([isThere]) => !isThere).map(([, pointer, id]) => problem("missing-part", pointer, { id }));
}

/** Amounts that are part of amounts which do not stand before them. */
const laterAmounts = ({ amounts }: RuleSet): Problem[] =>
  amounts.flatMap(({ proRata, percent, sum = [] }, at) => {
    const before = amounts.slice(0, at).map(({ id }) => id);
    const named: [id: string | undefined, pointer: string][] = [
      [proRata?.of, "proRata/of"],
      [percent?.of, "percent/of"],
      ...sum.map((id, place): [string, string] => [id, `sum/${place}`]),
    ];
    return named.flatMap(([id, pointer]) =>
      id === undefined || before.includes(id)
        ? []
        : [
            problem("not-an-earlier-amount", `/amounts/${at}/${pointer}`, {
              amount: id,
              known: before.join(", ") || "–",
            }),
          ],
    );
  });

const badDefaults = (attributes: readonly Attribute[] | undefined, pointer: string): Problem[] =>
  (attributes ?? []).flatMap(({ id, type, values, default: value }, at) => {
    const declared = { type, values: values ? new Set(values) : null };
    return attributeProblem(id, declared, value, `${pointer}/${at}/default`) ?? [];
  });

/** Whether a JSON Pointer (RFC 6901) leads to something in the value. */
function leadsSomewhere(value: unknown, pointer: string): boolean {
  let here = value;
  for (const step of pointer.slice(1).split("/")) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof here !== "object" || here === null || !Object.keys(here).includes(key)) return false;
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
  ...clashes(ruleSet),
  ...neededParts(ruleSet),
  ...unknownReferences(ruleSet),
  ...laterAmounts(ruleSet),
  ...badDefaults(ruleSet.attributes?.consultant, "/attributes/consultant"),
  ...badDefaults(ruleSet.attributes?.activity, "/attributes/activity"),
  ...misnamedValues(ruleSet),
  ...lostReadings(ruleSet),
];
