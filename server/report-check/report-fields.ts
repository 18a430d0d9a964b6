import type { RuleSet, Text } from "../../engine/index.ts";
import type { ValueNames } from "../../engine/schema/rule-set.ts";
import { declaredFields } from "./declared-fields.ts";
import { heldFields } from "./held-fields.ts";
import { ROW_KINDS, type RowKind, type TypedReport } from "./typed-report.ts";

/** What a field takes: it decides how the field looks and how what is typed is read. */
export type FieldKind = "text" | "long-text" | "day" | "number" | "year" | "choice" | "yes-no";

/** What the rule set says of a field that it declares. */
export interface Declared {
  name: Text;
  /** The values that may be chosen, where they are listed. */
  values?: readonly string[] | undefined;
  /** What they are called, where they have names. */
  valueNames?: ValueNames | undefined;
  /** What holds where nothing is said. */
  otherwise?: number | string | boolean;
  /** The forms that alone need it; none where it may matter for any. */
  forms?: readonly Text[];
}

/** A field of the form. Its wording has the keys `field.<id>` and `field.<id>.hint`, or is the rule set's own. */
export interface ReportField {
  /** Its JSON Pointer in the case, or in the row. */
  path: string;
  id: string;
  kind: FieldKind;
  hint?: boolean;
  declared?: Declared;
}

const REPORT_FIELDS: readonly ReportField[] = [
  { path: "/reportingYear", id: "reporting-year", kind: "year" },
  { path: "/asOf", id: "as-of", kind: "day", hint: true },
  { path: "/consultant/memberSince", id: "member-since", kind: "day", hint: true },
  { path: "/consultant/memberUntil", id: "member-until", kind: "day", hint: true },
  { path: "/report/submittedOn", id: "submitted-on", kind: "day", hint: true },
  { path: "/report/claimedTotal", id: "claimed-total", kind: "number" },
];

const ROW_FIELDS: Readonly<Record<RowKind, readonly ReportField[]>> = {
  activities: [
    { path: "form", id: "form", kind: "choice" },
    { path: "title", id: "title", kind: "text" },
    { path: "organizer", id: "organizer", kind: "text" },
    { path: "from", id: "from", kind: "day" },
    { path: "to", id: "to", kind: "day", hint: true },
    { path: "evidence", id: "evidence", kind: "text", hint: true },
    { path: "claimedPoints", id: "claimed-points", kind: "number" },
    { path: "formName", id: "form-name", kind: "text" },
    { path: "justification", id: "justification", kind: "long-text" },
    { path: "recognition/points", id: "recognition-points", kind: "number" },
    { path: "recognition/decidedOn", id: "recognition-decided-on", kind: "day" },
    { path: "recognition/reference", id: "recognition-reference", kind: "text" },
    { path: "makeUpFor", id: "make-up-for", kind: "year", hint: true },
    { path: "units", id: "units", kind: "number", hint: true },
  ],
  absences: [
    { path: "kind", id: "absence-kind", kind: "choice" },
    { path: "ground", id: "absence-ground", kind: "choice" },
    { path: "from", id: "absence-from", kind: "day" },
    { path: "to", id: "absence-to", kind: "day", hint: true },
  ],
  sanctions: [
    { path: "sanction", id: "sanction", kind: "choice" },
    { path: "imposedOn", id: "imposed-on", kind: "day" },
  ],
  decisions: [
    { path: "decision", id: "decision-kind", kind: "choice" },
    { path: "decidedOn", id: "decided-on", kind: "day" },
    { path: "reference", id: "decision-reference", kind: "text" },
  ],
  history: [
    { path: "reportingYear", id: "earlier-year", kind: "year" },
    { path: "outcome", id: "earlier-outcome", kind: "choice" },
    { path: "credited", id: "earlier-credited", kind: "number" },
  ],
};

/** The documents beside those that are entered by their kind. */
const OTHER_EVIDENCE: ReportField = { path: "evidence", id: "evidence-other", kind: "text", hint: true };

/** The first field of a row: it takes the focus where a row is added. */
export const firstField = (kind: RowKind, at: number): string => `/${kind}/${at}/${ROW_FIELDS[kind][0]?.path}`;

/** The fields that stand once in the form under a rule set: the common ones and those that it declares. */
export const reportFields = (ruleSet: RuleSet | null): readonly ReportField[] => [
  ...REPORT_FIELDS,
  ...declaredFields(ruleSet).consultant.map((field) => ({ ...field, path: `/consultant/${field.path}` })),
];

/** The fields of a row under a rule set: the common ones and those that it declares. */
export function rowFields(ruleSet: RuleSet | null, kind: RowKind): readonly ReportField[] {
  const declared = declaredFields(ruleSet)[kind] ?? [];
  const byKind = declared.some(({ id }) => id === "evidence-kind");
  const common = ROW_FIELDS[kind].map((field) => (byKind && field.id === "evidence" ? OTHER_EVIDENCE : field));
  return [...common, ...declared];
}

/**
 * Every field of a form with these rows, each by its full name: those that the rule set asks for, and those that it
 * does not know, where they hold something.
 */
export function fieldNames(ruleSet: RuleSet | null, typed: TypedReport): Map<string, ReportField> {
  const names = new Map(reportFields(ruleSet).map((field) => [field.path, field]));
  for (const kind of ROW_KINDS) {
    const fields = rowFields(ruleSet, kind);
    for (let at = 0; at < typed.rows[kind]; at++) {
      for (const field of fields) names.set(`/${kind}/${at}/${field.path}`, field);
    }
  }
  for (const [name, field] of heldFields(ruleSet, typed)) if (!names.has(name)) names.set(name, field);
  return names;
}
