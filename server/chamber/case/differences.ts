import type { Language } from "../../../engine/index.ts";
import type { PublishedRules } from "../../published-rules.ts";
import { fieldChoices } from "../../report-check/field-choices.ts";
import { placeOf } from "../../report-check/field-errors.ts";
import { fieldNames } from "../../report-check/report-fields.ts";
import { ROW_KINDS, type TypedReport } from "../../report-check/typed-report.ts";

/** A field in which two versions of a case differ. */
export interface Difference {
  place: string;
  kept: string;
  entered: string;
}

/** As many rows of each kind as the longer of the two has. */
const allRows = (a: TypedReport, b: TypedReport): TypedReport["rows"] =>
  Object.fromEntries(ROW_KINDS.map((kind) => [kind, Math.max(a.rows[kind], b.rows[kind])])) as TypedReport["rows"];

/** The fields in which the case as it is kept and as it was entered differ, in the order of the form. */
export function differences(
  language: Language,
  rules: PublishedRules,
  kept: TypedReport,
  entered: TypedReport,
): Difference[] {
  const rows = allRows(kept, entered);
  const differing: Difference[] = [];
  for (const [name, { id, kind }] of fieldNames(rows)) {
    const shown = ({ fields }: TypedReport): string => {
      const text = (fields.get(name) ?? "").trim();
      if (kind !== "choice") return text;
      return fieldChoices(language, rules, id, text).find(({ value }) => value === text)?.text ?? text;
    };
    const [before, after] = [shown(kept), shown(entered)];
    if (before !== after)
      differing.push({
        place: placeOf(language, name, { fields: entered.fields, rows }),
        kept: before,
        entered: after,
      });
  }
  return differing;
}
