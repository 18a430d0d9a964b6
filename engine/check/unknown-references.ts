import { type Problem, problem } from "../reading/problem.ts";
import type { PointsOrAmount, RuleSet, Selection } from "../schema/rule-set.ts";

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

/** The ids in a rule set of parts that it does not have. */
export function unknownReferences(ruleSet: RuleSet): Problem[] {
  const idsOf = (parts: readonly { id: string }[] = []): Set<string> => new Set(parts.map(({ id }) => id));
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
