import type { RuleSet, Text } from "../../../../engine/index.ts";
import { LANGUAGES } from "../../../language/languages.ts";
import { valueAt, withValueAt } from "./at-pointer.ts";
import { asFields, asList, type Fields, idOf, isFields } from "./fields.ts";

/** The lists whose parts others name. */
const NAMED = [
  "/attributes/consultant",
  "/attributes/activity",
  "/decisions",
  "/categories",
  "/absences",
  "/amounts",
  "/forms",
  "/measures",
];

/** A name as far as it is given: a language that it lacks takes that of another, or else the id. */
function nameOf(name: unknown, id: string): Text {
  const given = LANGUAGES.map((language) => asFields(name)[language]).filter((one) => typeof one === "string");
  const [first = id] = given as string[];
  const texts = LANGUAGES.map((language) => {
    const own = asFields(name)[language];
    return [language, typeof own === "string" && own !== "" ? own : first || id];
  });
  return Object.fromEntries(texts) as Text;
}

const ATTRIBUTE_TYPES = ["number", "text", "boolean", "day"];

const namedValues = (names: readonly unknown[]): Fields[] =>
  names
    .map(asFields)
    .flatMap(({ value, name }) => (typeof value === "string" ? [{ value, name: nameOf(name, value) }] : []));

function namedPart(part: unknown): Fields[] {
  const id = idOf(part);
  if (id === null || !isFields(part)) return [];
  const { short, type, values, valueNames, ...rest } = part;
  return [
    {
      ...rest,
      name: nameOf(part.name, id),
      ...(isFields(short) ? { short: nameOf(short, id) } : {}),
      ...(ATTRIBUTE_TYPES.includes(String(type)) ? { type } : { type: "text" }),
      ...(Array.isArray(values) ? { values } : {}),
      ...(Array.isArray(valueNames) ? { valueNames: namedValues(valueNames) } : {}),
    },
  ];
}

/**
 * A draft as a rule set whose parts can be named and whose facts can be listed, whatever problems it has. Only that may
 * be asked of it: what its parts hold beside their ids, names, types and the names of values may be ill-formed.
 */
export function namedRuleSet(document: Fields): RuleSet {
  const named = NAMED.reduce<Fields>(
    (made, pointer) => withValueAt(made, pointer, asList(valueAt(document, pointer)).flatMap(namedPart)),
    document,
  );
  const evidence = asFields(document.evidence);
  const kindNames = namedValues(asList(evidence.kindNames));
  return { ...named, evidence: { ...evidence, kindNames } } as unknown as RuleSet;
}
