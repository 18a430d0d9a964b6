import type { Activity, Case } from "../../../engine/index.ts";
import type { Fields } from "../../report-check/case-of-report.ts";

/** The activity with what the form does not show: its attributes, and of which kind its documents are. */
function completeActivity(typed: Fields, before: Activity | undefined): Fields {
  if (!before) return typed;
  const { attributes, evidence } = before;
  const documents = typed.evidence as Activity["evidence"];
  const kept = documents.map(
    (document) => evidence.find(({ kind, name }) => (name || kind) === document.name) ?? document,
  );
  return { ...typed, evidence: kept, ...(attributes ? { attributes } : {}) };
}

/** Adds to what was typed whose case it is, and what the form does not show of the case that it was made from. */
export function completeCase(typed: Fields, base: Case): Fields {
  const { id, reportingYear, consultant, decisions, history } = base;
  const { attributes } = consultant;
  const before = new Map(base.activities.map((activity) => [activity.id, activity]));
  const activities = (typed.activities as Fields[]).map((given) =>
    completeActivity(given, before.get(String(given.id))),
  );
  return {
    ...(id === undefined ? {} : { id }),
    ...typed,
    reportingYear,
    consultant: { ...(typed.consultant as Fields), id: consultant.id, ...(attributes ? { attributes } : {}) },
    activities,
    ...(decisions ? { decisions } : {}),
    ...(history ? { history } : {}),
  };
}
