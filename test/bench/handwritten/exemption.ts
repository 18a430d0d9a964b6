import type { Case, Decision } from "../../../engine/index.ts";
import { NORM } from "./annex-2.ts";
import { LEAVE, MEMBERSHIP, NORM as NORM_CLAUSES, OWN_SUSPENSION } from "./clauses.ts";

type Obligation = Decision["obligation"];

const NOT_A_MEMBER: Obligation = { status: "not-a-member", exemption: null, norm: 0, clauses: MEMBERSHIP };
const OBLIGED: Obligation = { status: "obliged", exemption: null, norm: NORM, clauses: NORM_CLAUSES };

/** Kinds of absence in the order in which the Rules name them. Clause 7.4. */
const EXEMPTING = ["maternity-leave", "childcare-leave", "suspension"];

/** Whether the consultant owed the norm of the year, as far as is known on `asOf`. */
export function findObligation({ consultant, reportingYear, absences }: Case, asOf: string): Obligation {
  const lastDay = `${reportingYear}-12-31`;
  const { memberSince, memberUntil } = consultant;
  if (memberSince > lastDay || (memberUntil && memberUntil < `${reportingYear}-01-01`)) return NOT_A_MEMBER;
  if (!absences || absences.length === 0) return OBLIGED;
  // An absence that ended on 31 December is restored on 1 January, and so exempts the new year as well.
  const lastDayBefore = `${reportingYear - 1}-12-31`;
  for (const kind of EXEMPTING) {
    for (const absence of absences) {
      if (absence.kind !== kind || absence.from > asOf) continue;
      if (kind === "suspension" && absence.ground === "sanction") continue;
      if (absence.from > lastDay || (absence.to !== null && absence.to < lastDayBefore)) continue;
      return { status: "exempt", exemption: kind, norm: 0, clauses: kind === "suspension" ? OWN_SUSPENSION : LEAVE };
    }
  }
  return OBLIGED;
}
