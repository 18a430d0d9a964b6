import { addDays, addMonths, nextDay } from "../calendar.ts";
import type { Window } from "../evaluation.ts";
import type { ReportingYear, Rules } from "../prepare.ts";
import type { Absence, Activity, Case, EarlierYear, ImposedSanction } from "../schema/case.ts";
import type { Probe } from "./probe.ts";

/** A case in the making: what each dimension fills in. */
export interface Draft {
  year: number;
  days: ReportingYear;
  memberSince: string;
  memberUntil: string | null;
  attributes: Record<string, number | string | boolean>;
  decisions: string[];
  absences: Absence[];
  activities: readonly Activity[];
  history: EarlierYear[];
  /** Days after the due day on which the report was submitted; null for none. */
  reported: number | null;
  imposed: readonly string[];
}

export const periodOf = ({ days }: Draft): Window => days.period;

/** A member of ten years who has reported in time and done nothing. */
export const firstDraft = (rules: Rules, year: number): Draft => ({
  year,
  days: rules.yearOf(year),
  memberSince: addMonths(rules.yearOf(year).period.from, -120),
  memberUntil: null,
  attributes: {},
  decisions: [],
  absences: [],
  activities: [],
  history: [],
  reported: 0,
  imposed: [],
});

const latest = (days: readonly string[]): string => [...days].sort().at(-1) as string;

/** Imposes the steps one after the other, each when the one before is over. */
function imposed({ imposed: steps, days }: Draft, { ruleSet }: Rules): { sanctions: ImposedSanction[]; over: string } {
  let over = nextDay(days.due);
  const sanctions = steps.map((sanction) => {
    const imposedOn = nextDay(over);
    const months = ruleSet.sanctions.find(({ id }) => id === sanction)?.term.months ?? 1;
    over = nextDay(addMonths(imposedOn, months));
    return { sanction, imposedOn };
  });
  return { sanctions, over };
}

/** The draft as a case, as of a day on which the year, the report and every sanction are over. */
export function finished(draft: Draft, rules: Rules): Probe {
  const { days, decisions, absences, activities, history, attributes, memberSince, memberUntil } = draft;
  const { sanctions, over } = imposed(draft, rules);
  const submittedOn = draft.reported === null ? null : addDays(days.due, draft.reported);
  const late = absences.map(({ from }) => from);
  const theCase: Case = {
    reportingYear: draft.year,
    consultant: {
      id: "c-1",
      memberSince,
      ...(memberUntil === null ? {} : { memberUntil }),
      ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
    },
    ...(absences.length > 0 ? { absences } : {}),
    activities: [...activities],
    report: submittedOn === null ? null : { submittedOn },
    ...(sanctions.length > 0 ? { sanctions } : {}),
    ...(decisions.length > 0
      ? { decisions: decisions.map((decision) => ({ decision, decidedOn: days.period.from })) }
      : {}),
    ...(history.length > 0 ? { history } : {}),
  };
  return { case: theCase, asOf: latest([over, nextDay(days.eligible.to), submittedOn ?? over, ...late]) };
}
