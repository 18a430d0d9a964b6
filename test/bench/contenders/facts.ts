import type { Absence, Activity, Case } from "../../../engine/index.ts";
import type { DatedCase } from "../generate/case.ts";
import { findTerms, type Term } from "../handwritten/sanctions.ts";

/** An activity as rules can read it: what needs a calendar is worked out already. */
export interface ActivityFacts {
  form: string;
  documents: number;
  ended: boolean;
  endedInYear: boolean;
  endedInMakeUp: boolean;
  markedFor: "no-year" | "this-year" | "another-year";
  recognised: boolean;
  /** Hundredths of a point. */
  recognisedPoints: number;
  /** Hundredths of a unit. */
  units: number;
}

export interface AbsenceFacts {
  kind: string;
  ground: string;
  touchesYear: boolean;
}

/** A case as the other rule engines get it: none of them has days, so TypeScript does the calendar for all of them. */
export interface CaseFacts {
  member: boolean;
  submitted: boolean;
  afterDue: boolean;
  absences: AbsenceFacts[];
  activities: ActivityFacts[];
}

function absenceFacts({ kind, ground = "", from, to }: Absence, year: number): AbsenceFacts {
  return { kind, ground, touchesYear: from <= `${year}-12-31` && (to === null || to >= `${year - 1}-12-31`) };
}

function activityFacts(activity: Activity, year: number, asOf: string, terms: readonly Term[]): ActivityFacts {
  const { form, to, evidence, makeUpFor, recognition, units = 1 } = activity;
  const recognised = recognition !== undefined && recognition.decidedOn <= asOf;
  return {
    form,
    documents: evidence.length,
    ended: to <= asOf,
    endedInYear: to.startsWith(`${year}`),
    endedInMakeUp: terms.some((term) => to >= term.from && to <= term.to),
    markedFor: makeUpFor === undefined ? "no-year" : makeUpFor === year ? "this-year" : "another-year",
    recognised,
    recognisedPoints: recognised ? Math.round(recognition.points * 100) : 0,
    units: Math.round(units * 100),
  };
}

function isMember({ reportingYear, consultant: { memberSince, memberUntil } }: Case): boolean {
  return memberSince <= `${reportingYear}-12-31` && (memberUntil ?? "9999-12-31") >= `${reportingYear}-01-01`;
}

/** The facts that are known of a case on its day. */
export function factsOf({ case: theCase, asOf }: DatedCase): CaseFacts {
  const { reportingYear: year, absences = [], activities, report } = theCase;
  const terms = findTerms(theCase, asOf);
  return {
    member: isMember(theCase),
    submitted: !!report && report.submittedOn <= asOf,
    afterDue: asOf > `${year + 1}-02-15`,
    absences: absences.filter(({ from }) => from <= asOf).map((absence) => absenceFacts(absence, year)),
    activities: activities.map((activity) => activityFacts(activity, year, asOf, terms)),
  };
}
