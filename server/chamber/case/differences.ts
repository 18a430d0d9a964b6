import type { Language } from "../../../engine/index.ts";
import type { PublishedRules } from "../../published-rules.ts";
import { fieldChoices, isChoice } from "../../report-check/field-choices.ts";
import { placeOf } from "../../report-check/field-errors.ts";
import { fieldNames } from "../../report-check/report-fields.ts";
import { ROW_KINDS, type TypedReport } from "../../report-check/typed-report.ts";

/** Stands for what is empty on one of the sides. */
const NOTHING = "–";

/** A field in which two versions of a case differ, as both are shown. */
export interface Difference {
  place: string;
  kept: string;
  entered: string;
}

const filled = ({ fields }: TypedReport): [string, string][] => [...fields].filter(([, text]) => text.trim() !== "");

/** What two forms hold together: as many rows of each kind as the longer of the two has. */
const both = (a: TypedReport, b: TypedReport): TypedReport => ({
  fields: new Map([...filled(a), ...filled(b)]),
  rows: Object.fromEntries(
    ROW_KINDS.map((kind) => [kind, Math.max(a.rows[kind], b.rows[kind])]),
  ) as TypedReport["rows"],
});

/** The fields in which the case as it is kept and as it was entered differ, in the order of the form. */
export function differences(
  language: Language,
  rules: PublishedRules,
  kept: TypedReport,
  entered: TypedReport,
): Difference[] {
  const either = both(kept, entered);
  const differing: Difference[] = [];
  for (const [name, field] of fieldNames(rules.ruleSet, either)) {
    const shown = ({ fields }: TypedReport): string => {
      const text = (fields.get(name) ?? "").trim();
      if (!isChoice(field)) return text;
      return fieldChoices(language, rules, field, text).find(({ value }) => value === text)?.text ?? text;
    };
    const [before, after] = [shown(kept), shown(entered)];
    if (before !== after) {
      const place = placeOf(language, rules.ruleSet, name, either);
      differing.push({ place, kept: before || NOTHING, entered: after || NOTHING });
    }
  }
  return differing;
}
