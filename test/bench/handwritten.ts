import type { Case, Decision, Outcome } from "../../engine/index.ts";
import { credit } from "./handwritten/activities.ts";
import { findObligation } from "./handwritten/exemption.ts";
import { remark } from "./handwritten/findings.ts";
import { findTerms } from "./handwritten/sanctions.ts";

const MILLISECONDS_A_DAY = 86_400_000;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / MILLISECONDS_A_DAY;

function reportStatus(submittedOn: string | null, due: string, asOf: string): Decision["report"]["status"] {
  if (submittedOn !== null) return submittedOn > due ? "late" : "on-time";
  return asOf > due ? "missing" : "not-due";
}

/**
 * The Rules of 2022 as a plain function, without rules as data and without a trace: what the engine is measured against,
 * and a second model that has to give the same bytes. It knows the clauses and weights by heart; only the hash of the
 * rule set is told to it.
 */
export function handwritten(sha256: string): (theCase: Case, asOf: string) => Decision {
  const ruleSet = { regime: "kz-legal-consultants", effectiveYear: 2022, revision: 1, sha256 };

  return (theCase, asOf) => {
    const { id, reportingYear } = theCase;
    const due = `${reportingYear + 1}-02-15`;
    const obligation = findObligation(theCase, asOf);
    const obliged = obligation.status === "obliged";
    const terms = findTerms(theCase, asOf);
    const reporting = {
      year: reportingYear,
      firstDay: `${reportingYear}-01-01`,
      lastDay: `${reportingYear}-12-31`,
      asOf,
      terms,
    };
    const activities = theCase.activities.map((activity) => credit(activity, reporting));
    const hundredths = activities.reduce((sum, { credited }) => sum + Math.round(credited * 100), 0);
    const total = hundredths / 100;
    const { norm } = obligation;
    const shortfall = Math.max(0, norm * 100 - hundredths) / 100;

    const submission = theCase.report?.submittedOn;
    const submittedOn = submission !== undefined && submission <= asOf ? submission : null;
    const status = obliged ? reportStatus(submittedOn, due, asOf) : "not-required";

    let outcome: Outcome;
    if (obligation.status !== "obliged") outcome = obligation.status;
    else if (submittedOn !== null && shortfall === 0) outcome = "fulfilled";
    else outcome = asOf > due ? "unfulfilled" : "pending";

    const last = terms.at(-1);
    const overdue = outcome === "unfulfilled" && (!last || asOf > last.to);
    const exhausted = overdue && last?.sanction === "suspension";
    const next = last ? "suspension" : "warning";
    const decision: Decision = {
      id: id as string, // Where there is none, JSON leaves it out: a spread would cost more than all the rest.
      ruleSet,
      reportingYear,
      asOf,
      outcome,
      obligation,
      activities,
      points: { credited: total, carriedIn: 0, total, norm, shortfall },
      report: { due, status, daysLate: status === "late" && submittedOn ? daysBetween(due, submittedOn) : 0 },
      sanction: {
        imposed: last?.sanction ?? null,
        runsUntil: last?.to ?? null,
        due: overdue && !exhausted ? next : null,
      },
      findings: [],
    };
    decision.findings = remark(theCase, decision, { submitted: submittedOn !== null, exhausted });
    return decision;
  };
}
