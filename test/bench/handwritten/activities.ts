import type { Activity, CreditedActivity } from "../../../engine/index.ts";
import { ANNEX_2 } from "./annex-2.ts";
import { EVIDENCE, PERIOD, SANCTIONS, UNLISTED } from "./clauses.ts";
import type { Term } from "./sanctions.ts";

/** What crediting an activity needs to know of its case. */
export interface Reporting {
  year: number;
  firstDay: string;
  lastDay: string;
  asOf: string;
  terms: readonly Term[];
}

/** Credits one activity, by the first rule that speaks of it. */
export function credit(activity: Activity, { year, firstDay, lastDay, asOf, terms }: Reporting): CreditedActivity {
  const { id, form, to, makeUpFor, recognition, units } = activity;
  if (to > asOf) return { id, form, credited: 0, reason: "after-as-of", clauses: PERIOD };
  if (makeUpFor !== undefined) {
    if (makeUpFor !== year) return { id, form, credited: 0, reason: "other-year", clauses: SANCTIONS };
    if (!terms.some((term) => to >= term.from && to <= term.to)) {
      return { id, form, credited: 0, reason: "outside-make-up", clauses: SANCTIONS };
    }
  } else if (to < firstDay || to > lastDay) {
    return { id, form, credited: 0, reason: "outside-period", clauses: PERIOD };
  }
  const recognised = recognition !== undefined && recognition.decidedOn <= asOf;
  const item = ANNEX_2.get(form);
  if (!item && !recognised) return { id, form, credited: 0, reason: "unlisted-form", clauses: UNLISTED };
  if (activity.evidence.length === 0) return { id, form, credited: 0, reason: "no-evidence", clauses: EVIDENCE };
  if (recognised || !item) {
    return { id, form, credited: recognition?.points ?? 0, reason: null, clauses: UNLISTED };
  }
  const credited = units === undefined ? item.points : Math.round(item.points * units * 100) / 100;
  return { id, form, credited, reason: null, clauses: item.clauses };
}
