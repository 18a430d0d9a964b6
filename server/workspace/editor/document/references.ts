import { SECTIONS, type Section } from "../sections.ts";
import { comparisonsIn } from "./comparisons.ts";
import { type FieldValue, fieldValues } from "./field-values.ts";
import { asFields, asList, type Fields, idOf } from "./fields.ts";
import { type PartName, partsOf, partValue, pointerOf } from "./part.ts";

/** The parts of a section, by their names. */
export function namesIn(document: Fields, section: Section): PartName[] {
  if (section.shape === "list") return partsOf(document, section).map((part) => ({ section, part: idOf(part) }));
  if (section.shape === "fixed") return ["report", "summary"].map((part) => ({ section, part }));
  return [{ section, part: null }];
}

/** The facts that stand for the parts of a section: `amount.norm`. */
const FACTS: Readonly<Record<string, string>> = {
  amounts: "amount",
  measures: "measure",
  decisions: "decision",
  "consultant-attributes": "consultant",
  "activity-attributes": "activity",
};

/** The facts of which the ids of a section's parts are values. */
const VALUES: Readonly<Record<string, string>> = { forms: "activity.form", absences: "absence.kind" };

function comparisonNames(condition: unknown, fact: string, valueOfFact: string | undefined, id: string): boolean {
  return [...comparisonsIn(condition)].some(({ comparison: { fact: read, value } }) => {
    const other = asFields(value).fact;
    const isValue = read === valueOfFact && (value === id || asList(value).includes(id));
    return read === fact || other === fact || isValue;
  });
}

function names({ field, value }: FieldValue, { section, part }: PartName, pointer: string): boolean {
  const fact = `${FACTS[section.id]}.${part}`;
  if (field.kind === "reference") return field.to === section.id && value === part;
  if (field.kind === "references") return field.to === section.id && asList(value).includes(part);
  if (field.kind === "fact") return value === fact;
  if (field.kind === "parts") {
    return asList(value).some((one) => one === pointer || String(one).startsWith(`${pointer}/`));
  }
  return field.kind === "condition" && comparisonNames(value, fact, VALUES[section.id], part as string);
}

/** The other parts of a draft that name a part: it cannot be taken away while they do. */
export function partsThatName(document: Fields, name: PartName): PartName[] {
  const pointer = pointerOf(document, name);
  return SECTIONS.flatMap((section) => namesIn(document, section)).filter((other) => {
    if (other.section.id === name.section.id && other.part === name.part) return false;
    const held = asFields(partValue(document, other));
    return [...fieldValues(other.section.fields, held)].some((found) => names(found, name, pointer));
  });
}
