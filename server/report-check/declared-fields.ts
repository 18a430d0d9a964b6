import type { RuleSet, Text } from "../../engine/index.ts";
import { pointerStep } from "../../engine/reading/problem.ts";
import type { Attribute, ValueNames } from "../../engine/schema/rule-set.ts";
import { measuresLookingBack } from "../recording/looks-back.ts";
import { formsThatNeed } from "./forms-that-need.ts";
import type { Declared, FieldKind, ReportField } from "./report-fields.ts";

/** The kind of a document of which nothing more is known. */
export const DOCUMENT = "document";

const KINDS: Readonly<Record<Attribute["type"], FieldKind>> = {
  number: "number",
  text: "text",
  boolean: "yes-no",
  day: "day",
};

function attributeField({ id, type, default: otherwise, ...attribute }: Attribute, forms?: readonly Text[]) {
  const { name, values, valueNames } = attribute;
  const declared: Declared = { name, values, valueNames, otherwise, ...(forms ? { forms } : {}) };
  const kind = values ? "choice" : KINDS[type];
  return { path: `attributes${pointerStep(id)}`, id: "attribute", kind, declared } satisfies ReportField;
}

/** The kinds of documents that forms take: such a document is entered as what it is. */
export const documentKinds = ({ forms }: RuleSet): string[] =>
  [...new Set(forms.flatMap(({ evidence = [] }) => evidence))].filter((kind) => kind !== DOCUMENT);

/** The field of the documents of a kind: named as the rules name the kind, or else as they write it. */
function documentField(kind: string, names: ValueNames = []): ReportField {
  const name = names.find(({ value }) => value === kind)?.name ?? { kk: kind, ru: kind, en: kind };
  return { path: `evidence${pointerStep(kind)}`, id: "evidence-kind", kind: "text", hint: true, declared: { name } };
}

/** What the rules take from earlier years, beside how each ended and what it was credited with. */
const earlierFields = (ruleSet: RuleSet): ReportField[] => [
  ...(ruleSet.carryOver
    ? [{ path: "carriedOut", id: "earlier-carried-out", kind: "number", hint: true } as const]
    : []),
  ...measuresLookingBack(ruleSet).map(
    ({ id, name }): ReportField => ({
      path: `measures${pointerStep(id)}`,
      id: "earlier-measure",
      kind: "number",
      declared: { name },
    }),
  ),
];

/** The fields of a case that a rule set declares or uses, beyond the common ones. */
interface DeclaredFields {
  consultant: readonly ReportField[];
  activities: readonly ReportField[];
  history: readonly ReportField[];
  absences?: never;
  sanctions?: never;
  decisions?: never;
}

const NONE: DeclaredFields = { consultant: [], activities: [], history: [] };
const found = new WeakMap<RuleSet, DeclaredFields>();

function find(ruleSet: RuleSet): DeclaredFields {
  const { consultant = [], activity = [] } = ruleSet.attributes ?? {};
  return {
    consultant: consultant.map((attribute) => attributeField(attribute)),
    activities: [
      ...activity.map((attribute) => attributeField(attribute, formsThatNeed(ruleSet, `activity.${attribute.id}`))),
      ...documentKinds(ruleSet).map((kind) => documentField(kind, ruleSet.evidence.kindNames)),
    ],
    history: earlierFields(ruleSet),
  };
}

/** The fields that a rule set has a case hold beyond the common ones; none where there is no rule set. */
export function declaredFields(ruleSet: RuleSet | null): DeclaredFields {
  if (!ruleSet) return NONE;
  const known = found.get(ruleSet) ?? find(ruleSet);
  found.set(ruleSet, known);
  return known;
}
