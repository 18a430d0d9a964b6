import type { RuleSet } from "../../engine/index.ts";
import type { ReportField } from "./report-fields.ts";
import type { TypedReport } from "./typed-report.ts";

const ATTRIBUTE = /^(?:\/consultant|\/activities\/\d+)\/(attributes\/([^/]+))$/;
const MEASURE = /^\/history\/\d+\/(measures\/([^/]+))$/;

/** The last step of a JSON Pointer, as it was before it was escaped. */
export const unescaped = (step: string): string => step.replaceAll("~1", "/").replaceAll("~0", "~");

function heldField(ruleSet: RuleSet | null, name: string): ReportField | null {
  const [, path, step] = ATTRIBUTE.exec(name) ?? MEASURE.exec(name) ?? [];
  if (path === undefined || step === undefined) return null;
  const id = unescaped(step);
  if (ATTRIBUTE.test(name))
    return { path, id: "attribute", kind: "text", declared: { name: { kk: id, ru: id, en: id } } };
  const measure = ruleSet?.measures.find((known) => known.id === id);
  const label = measure?.name ?? { kk: id, ru: id, en: id };
  return { path, id: "earlier-measure", kind: "number", declared: { name: label } };
}

/** What a form holds of attributes and measures: a rule set need not know them, and they are shown all the same. */
export function* heldFields(
  ruleSet: RuleSet | null,
  { fields, rows }: TypedReport,
): Generator<[name: string, field: ReportField]> {
  for (const [name, text] of fields) {
    const field = text.trim() === "" ? null : heldField(ruleSet, name);
    const [, kind, at] = name.split("/");
    const isThere = kind === "activities" || kind === "history" ? Number(at) < rows[kind] : true;
    if (field && isThere) yield [name, field];
  }
}
