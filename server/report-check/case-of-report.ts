import type { RuleSet } from "../../engine/index.ts";
import { pointerStep } from "../../engine/reading/problem.ts";
import { DOCUMENT, documentKinds } from "./declared-fields.ts";
import { unescaped } from "./held-fields.ts";
import type { FieldKind } from "./report-fields.ts";
import { fieldNames } from "./report-fields.ts";
import type { RowKind, TypedReport } from "./typed-report.ts";
import { readDay, readNumber, readYesNo } from "./typed-values.ts";

/** What the form calls an activity whose form is not on the list. */
export const UNLISTED = "unlisted";

const CONSULTANT_ID = "consultant";
const BETWEEN_DOCUMENTS = ";";

type Value = string | number | boolean;
/** Reads the fields of the case or of a row. */
interface Reader {
  (path: string): Value | undefined;
  /** Everything that was filled in below a path, by the last step of each name. */
  below(path: string): Fields;
}
/** What will be a case once the engine accepts it. */
export type Fields = Record<string, unknown>;

function readValue(kind: FieldKind, text: string): Value {
  if (kind === "day") return readDay(text);
  if (kind === "yes-no") return readYesNo(text);
  return kind === "number" || kind === "year" ? readNumber(text) : text;
}

/** The fields that were filled in, under the names of a case. */
function filledIn(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

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

/** Reads the fields of a form, each by its full name. */
function readerOf(ruleSet: RuleSet | null, typed: TypedReport): Reader {
  const names = fieldNames(ruleSet, typed);
  const read = (name: string): Value | undefined => {
    const text = (typed.fields.get(name) ?? "").trim();
    return text === "" ? undefined : readValue(names.get(name)?.kind ?? "text", text);
  };
  const below = (path: string): Fields => {
    const inside = [...names.keys()].filter((name) => name.startsWith(`${path}/`));
    return filledIn(Object.fromEntries(inside.map((name) => [unescaped(name.slice(path.length + 1)), read(name)])));
  };
  return Object.assign(read, { below });
}

const inRow = (read: Reader, kind: RowKind, at: number): Reader =>
  Object.assign((path: string) => read(`/${kind}/${at}/${path}`), {
    below: (path: string) => read.below(`/${kind}/${at}/${path}`),
  });

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
