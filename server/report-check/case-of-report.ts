import type { RuleSet } from "../../engine/index.ts";
import { pointerStep } from "../../engine/reading/problem.ts";
import { DOCUMENT, documentKinds } from "./declared-fields.ts";
import { type Fields, filledIn, inRow, type Reader, readerOf, type Value } from "./form-reader.ts";
import type { RowKind, TypedReport } from "./typed-report.ts";

/** What the form calls an activity whose form is not on the list. */
export const UNLISTED = "unlisted";

const CONSULTANT_ID = "consultant";
const BETWEEN_DOCUMENTS = ";";

const isEmpty = (fields: Fields): boolean => Object.keys(fields).length === 0;
const unlessEmpty = <T extends Fields | unknown[]>(held: T): T | undefined =>
  Object.keys(held).length === 0 ? undefined : held;

const documentsIn = (text: Value | undefined, kind: string): { kind: string; name: string }[] =>
  String(text ?? "")
    .split(BETWEEN_DOCUMENTS)
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map((name) => ({ kind, name }));

/** The form of an activity that is not on the list is what the consultant calls it, never the name of a listed one. */
function formOf(read: Reader, ruleSet: RuleSet | null): Value | undefined {
  if (read("form") !== UNLISTED) return read("form");
  const name = read("formName");
  return name === undefined || ruleSet?.forms.some(({ id }) => id === name) ? UNLISTED : name;
}

/** The ids that the activities came with, and new ones for the others. */
function activityIds(given: readonly (string | undefined)[]): string[] {
  const taken = new Set(given);
  return given.map((id, at) => {
    if (id !== undefined) return id;
    let number = at + 1;
    while (taken.has(`a${number}`)) number++;
    taken.add(`a${number}`);
    return `a${number}`;
  });
}

function evidenceOf(read: Reader, ruleSet: RuleSet | null) {
  const ofKinds = (ruleSet ? documentKinds(ruleSet) : []).flatMap((kind) =>
    documentsIn(read(`evidence${pointerStep(kind)}`), kind),
  );
  return [...ofKinds, ...documentsIn(read("evidence"), DOCUMENT)];
}

function activityOf(read: Reader, id: string, ruleSet: RuleSet | null): Fields {
  return filledIn({
    id,
    form: formOf(read, ruleSet),
    title: read("title") ?? "",
    organizer: read("organizer") ?? "",
    from: read("from"),
    to: read("to") ?? read("from"),
    units: read("units"),
    evidence: evidenceOf(read, ruleSet),
    claimedPoints: read("claimedPoints"),
    justification: read("justification"),
    recognition: unlessEmpty(read.below("recognition")),
    makeUpFor: read("makeUpFor"),
    attributes: unlessEmpty(read.below("attributes")),
  });
}

const ROWS: Readonly<Record<Exclude<RowKind, "activities">, (read: Reader) => Fields>> = {
  absences: (read) => ({ kind: read("kind"), ground: read("ground"), from: read("from"), to: read("to") ?? null }),
  sanctions: (read) => ({ sanction: read("sanction"), imposedOn: read("imposedOn") }),
  decisions: (read) => ({
    decision: read("decision"),
    decidedOn: read("decidedOn"),
    reference: read("reference"),
  }),
  history: (read) => ({
    reportingYear: read("reportingYear"),
    credited: read("credited"),
    outcome: read("outcome"),
    carriedOut: read("carriedOut"),
    measures: unlessEmpty(read.below("measures")),
  }),
};

/** Makes a case of what was typed. Nothing is judged here: the engine refuses what does not fit. */
export function caseOfReport(typed: TypedReport, ruleSet: RuleSet | null): Fields {
  const { fields, rows } = typed;
  const read = readerOf(ruleSet, typed);
  const each = (kind: RowKind, make: (read: Reader, at: number) => Fields): Fields[] =>
    Array.from({ length: rows[kind] }, (_, at) => filledIn(make(inRow(read, kind, at), at)));

  const ids = activityIds(Array.from({ length: rows.activities }, (_, at) => fields.get(`/activities/${at}/id`)));
  const report = filledIn({ submittedOn: read("/report/submittedOn"), claimedTotal: read("/report/claimedTotal") });
  return filledIn({
    reportingYear: read("/reportingYear"),
    consultant: filledIn({
      id: CONSULTANT_ID,
      memberSince: read("/consultant/memberSince"),
      memberUntil: read("/consultant/memberUntil"),
      attributes: unlessEmpty(read.below("/consultant/attributes")),
    }),
    absences: each("absences", ROWS.absences),
    activities: each("activities", (ofRow, at) => activityOf(ofRow, ids[at] as string, ruleSet)),
    report: isEmpty(report) ? null : report,
    sanctions: each("sanctions", ROWS.sanctions),
    decisions: unlessEmpty(each("decisions", ROWS.decisions)),
    history: unlessEmpty(each("history", ROWS.history)),
  });
}
