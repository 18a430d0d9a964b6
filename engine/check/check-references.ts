import { allFacts } from "../facts/facts.ts";
import { type Problem, problem } from "../reading/problem.ts";
import type { Attribute, PointsOrAmount, RuleSet, Selection } from "../schema/rule-set.ts";
import { attributeProblem } from "./check-declarations.ts";

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

/** A place that names another part by its id. */
type Reference = [
  code: "unknown-form" | "unknown-category" | "unknown-amount" | "unknown-absence",
  id: string,
  pointer: string,
];

const toForms = (forms: readonly string[] | undefined, pointer: string): Reference[] =>
  (forms ?? []).map((form, at) => ["unknown-form", form, `${pointer}/forms/${at}`]);

const toCategory = (category: string | undefined, pointer: string): Reference[] =>
  category === undefined ? [] : [["unknown-category", category, pointer]];

const toAmount = (points: PointsOrAmount | undefined, pointer: string): Reference[] =>
  typeof points === "object" ? [["unknown-amount", points.amount, `${pointer}/amount`]] : [];

const ofSelection = ({ forms, category }: Selection, pointer: string): Reference[] => [
  ...toForms(forms, pointer),
  ...toCategory(category, `${pointer}/category`),
];

function referencesOf(ruleSet: RuleSet): Reference[] {
  const { forms, limits = [], assignments = [], measures, amounts, carryOver } = ruleSet;
  return [
    ...forms.flatMap(({ categories = [], credits = [] }, at) => [
      ...categories.flatMap((category, place) => toCategory(category, `/forms/${at}/categories/${place}`)),
      ...credits.flatMap(({ category }, place) => toCategory(category, `/forms/${at}/credits/${place}/category`)),
    ]),
    ...limits.flatMap((limit, at) => [
      ...ofSelection(limit, `/limits/${at}`),
      ...toAmount(limit.most, `/limits/${at}/most`),
    ]),
    ...assignments.flatMap(({ categories }, at) =>
      categories.flatMap(({ category, until }, place) => [
        ...toCategory(category, `/assignments/${at}/categories/${place}/category`),
        ...toAmount(until, `/assignments/${at}/categories/${place}/until`),
      ]),
    ),
    ...measures.flatMap((measure, at) => [
      ...ofSelection(measure, `/measures/${at}`),
      ...(measure.terms ?? []).flatMap((term, place) => [
        ...ofSelection(term, `/measures/${at}/terms/${place}`),
        ...toAmount(term.above, `/measures/${at}/terms/${place}/above`),
        ...toAmount(term.most, `/measures/${at}/terms/${place}/most`),
      ]),
    ]),
    ...amounts.flatMap(({ proRata }, at) =>
      (proRata?.months.absences?.kinds ?? []).map(
        (kind, place): Reference => ["unknown-absence", kind, `/amounts/${at}/proRata/months/absences/kinds/${place}`],
      ),
    ),
    ...(carryOver
      ? [
          ...ofSelection(carryOver, "/carryOver"),
          ...toCategory(carryOver.withoutCategory, "/carryOver/withoutCategory"),
          ...toAmount(carryOver.most, "/carryOver/most"),
        ]
      : []),
  ];
}

function unknownReferences(ruleSet: RuleSet): Problem[] {
  const idsOf = (parts: readonly Named[] = []): Set<string> => new Set(parts.map(({ id }) => id));
  const known = {
    "unknown-form": { ids: idsOf(ruleSet.forms), param: "form" },
    "unknown-category": { ids: idsOf(ruleSet.categories), param: "category" },
    "unknown-amount": { ids: idsOf(ruleSet.amounts), param: "amount" },
    "unknown-absence": { ids: idsOf(ruleSet.absences), param: "kind" },
  };
  return referencesOf(ruleSet).flatMap(([code, id, pointer]) => {
    const { ids, param } = known[code];
    return ids.has(id) ? [] : [problem(code, pointer, { [param]: id, known: [...ids].join(", ") })];
  });
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
  ...lostReadings(ruleSet),
];
