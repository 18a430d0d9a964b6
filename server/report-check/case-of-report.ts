import type { FieldKind } from "./report-fields.ts";
import { fieldNames } from "./report-fields.ts";
import type { TypedReport } from "./typed-report.ts";
import { readDay, readNumber } from "./typed-values.ts";

/** What the form calls an activity whose form is not on the list. */
export const UNLISTED = "unlisted";

const CONSULTANT_ID = "consultant";
const BETWEEN_DOCUMENTS = ";";

type Read = (path: string) => string | number | undefined;
/** What will be a case once the engine accepts it. */
export type Fields = Record<string, unknown>;

function readValue(kind: FieldKind, text: string): string | number {
  if (kind === "day") return readDay(text);
  return kind === "number" || kind === "year" ? readNumber(text) : text;
}

/** The fields that were filled in, under the names of a case. */
function filledIn(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

const isEmpty = (fields: Fields): boolean => Object.keys(fields).length === 0;

const documentsIn = (text: string): { kind: string; name: string }[] =>
  text
    .split(BETWEEN_DOCUMENTS)
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map((name) => ({ kind: "document", name }));

/** The form of an activity that is not on the list is what the consultant calls it, never the name of a listed one. */
function formOf(read: Read, listed: ReadonlySet<string>): string | number | undefined {
  if (read("form") !== UNLISTED) return read("form");
  const name = read("formName");
  return name === undefined || listed.has(String(name)) ? UNLISTED : name;
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

function activityOf(read: Read, id: string, listed: ReadonlySet<string>): Fields {
  const recognition = filledIn({
    points: read("recognition/points"),
    decidedOn: read("recognition/decidedOn"),
    reference: read("recognition/reference"),
  });
  return filledIn({
    id,
    form: formOf(read, listed),
    title: read("title") ?? "",
    organizer: read("organizer") ?? "",
    from: read("from"),
    to: read("to") ?? read("from"),
    units: read("units"),
    evidence: documentsIn(String(read("evidence") ?? "")),
    claimedPoints: read("claimedPoints"),
    justification: read("justification"),
    recognition: isEmpty(recognition) ? undefined : recognition,
    makeUpFor: read("makeUpFor"),
  });
}

/** Makes a case of what was typed. Nothing is judged here: the engine refuses what does not fit. */
export function caseOfReport({ fields, rows }: TypedReport, listed: ReadonlySet<string>): Fields {
  const names = fieldNames(rows);
  const read: Read = (name) => {
    const text = (fields.get(name) ?? "").trim();
    return text === "" ? undefined : readValue(names.get(name)?.kind ?? "text", text);
  };
  const inRow =
    (kind: string, at: number): Read =>
    (path) =>
      read(`/${kind}/${at}/${path}`);
  const eachRow = (count: number, make: (at: number) => Fields): Fields[] =>
    Array.from({ length: count }, (_, at) => make(at));

  const ids = activityIds(Array.from({ length: rows.activities }, (_, at) => fields.get(`/activities/${at}/id`)));
  const report = filledIn({ submittedOn: read("/report/submittedOn"), claimedTotal: read("/report/claimedTotal") });
  return filledIn({
    reportingYear: read("/reportingYear"),
    consultant: filledIn({
      id: CONSULTANT_ID,
      memberSince: read("/consultant/memberSince"),
      memberUntil: read("/consultant/memberUntil"),
    }),
    absences: eachRow(rows.absences, (at) => {
      const of = inRow("absences", at);
      return filledIn({ kind: of("kind"), ground: of("ground"), from: of("from"), to: of("to") ?? null });
    }),
    activities: eachRow(rows.activities, (at) => activityOf(inRow("activities", at), ids[at] as string, listed)),
    report: isEmpty(report) ? null : report,
    sanctions: eachRow(rows.sanctions, (at) => {
      const of = inRow("sanctions", at);
      return filledIn({ sanction: of("sanction"), imposedOn: of("imposedOn") });
    }),
  });
}
