import type { RuleSet } from "../../../engine/index.ts";
import { declaredFields } from "../../report-check/declared-fields.ts";
import type { ReportField } from "../../report-check/report-fields.ts";
import { attributeColumn, decisionColumn, documentColumn } from "./declared-columns.ts";

/** A column of the CSV: where its value stands in a case or an activity, and how it is read. */
export interface CsvColumn {
  name: string;
  of: "case" | "activity";
  path: readonly string[];
  kind: "text" | "day" | "number" | "documents" | "yes-no";
  /** What the template shows. */
  example: string;
  /** What it says, where the rule set declares it. */
  declared?: ReportField;
  /** The kind of the documents that it names. */
  documents?: string;
}

const column = (of: CsvColumn["of"], name: string, kind: CsvColumn["kind"], path: string, example = ""): CsvColumn => ({
  name,
  of,
  path: path.split("."),
  kind,
  example,
});

/** The columns that a CSV may have under any rules. Those of the case are repeated in each row of a consultant; a row is an activity. */
const COMMON: readonly CsvColumn[] = [
  column("case", "consultant", "text", "consultant.id", "c-00001"),
  column("case", "as_of", "day", "asOf"),
  column("case", "submitted_on", "day", "report.submittedOn", "2025-02-10"),
  column("case", "claimed_total", "number", "report.claimedTotal", "2"),
  column("activity", "form", "text", "form", "seminar"),
  column("activity", "title", "text", "title", "Салық даулары"),
  column("activity", "organizer", "text", "organizer", "Алматы қалалық палатасы"),
  column("activity", "from", "day", "from", "2024-05-12"),
  column("activity", "to", "day", "to", "2024-05-13"),
  column("activity", "units", "number", "units"),
  column("activity", "evidence", "documents", "evidence", "certificate-17.pdf"),
  column("activity", "claimed_points", "number", "claimedPoints", "2"),
  column("activity", "justification", "text", "justification"),
  column("activity", "recognition_points", "number", "recognition.points"),
  column("activity", "recognition_decided_on", "day", "recognition.decidedOn"),
  column("activity", "recognition_reference", "text", "recognition.reference"),
  column("activity", "make_up_for", "number", "makeUpFor"),
];

/** The columns that a CSV may have under a rule set: the common ones, and one for each thing that it declares. */
export function csvColumns(ruleSet: RuleSet): readonly CsvColumn[] {
  const { consultant, activities } = declaredFields(ruleSet);
  return [
    ...COMMON,
    ...consultant.map((field) => attributeColumn("case", "consultant", field)),
    ...(ruleSet.decisions ?? []).map(decisionColumn),
    ...activities.map((field) =>
      field.id === "attribute" ? attributeColumn("activity", "activity", field) : documentColumn(field),
    ),
  ];
}

/** What the file of refused rows adds, so that it can be mended and uploaded as it is. */
export const REASON_COLUMNS: readonly string[] = ["row", "reason"];

/** What stands between the documents of an activity. */
export const BETWEEN_DOCUMENTS = "|";
