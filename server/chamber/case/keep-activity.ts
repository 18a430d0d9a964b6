import type { Activity, RuleSet } from "../../../engine/index.ts";
import type { Fields } from "../../report-check/case-of-report.ts";
import { DOCUMENT, documentKinds } from "../../report-check/declared-fields.ts";
import { isUnchanged, keepFields, type Texts } from "./unchanged.ts";

/** What several fields of the form say together. */
const TOGETHER: Readonly<Record<string, RegExp>> = {
  form: /^form(Name)?$/,
  to: /^(from|to)$/,
  evidence: /^evidence(\/|$)/,
};

const ALONE = (path: string): boolean => !Object.values(TOGETHER).some((fields) => fields.test(path));

const only = (texts: Texts, isOf: (path: string) => boolean): Texts =>
  new Map([...texts].filter(([path]) => isOf(path)));

/** The documents; one of which the form does not say the kind is of the kind that it was of before. */
function keepKinds(typed: Activity["evidence"], before: Activity["evidence"], ruleSet: RuleSet): Activity["evidence"] {
  const kinds = documentKinds(ruleSet);
  const others = before.filter(({ kind }) => !kinds.includes(kind));
  return typed.map((document) => {
    if (document.kind !== DOCUMENT) return document;
    return others.find(({ kind, name }) => (name || kind) === document.name) ?? document;
  });
}

/** An activity as it was typed, with what it held before wherever the form was not changed. */
export function keepActivity(
  given: Fields,
  before: Activity,
  { typed, written }: { typed: Texts; written: Texts },
  ruleSet: RuleSet,
): Fields {
  const { form: _, to: __, evidence: ___, ...alone } = before;
  const kept = keepFields(given, alone, only(typed, ALONE), only(written, ALONE));
  kept.evidence = keepKinds(given.evidence as Activity["evidence"], before.evidence, ruleSet);
  for (const [field, ofField] of Object.entries(TOGETHER)) {
    const isOf = (path: string): boolean => ofField.test(path);
    if (isUnchanged(only(typed, isOf), only(written, isOf))) kept[field] = before[field as keyof Activity];
  }
  return kept;
}
