import { dueDay } from "../stages/period.ts";
import { finished, firstDraft } from "./draft.ts";
import { doubted, type Verdict } from "./finding.ts";
import type { Space } from "./space.ts";

/** How many reporting years are looked at: whatever falls on a day off does so within them. */
const YEARS = 28;

/** A report that is due before the year is over, and a summary that is due before the report. */
export function checkDays({ prober: { rules } }: Space): Verdict[] {
  const { ruleSet } = rules;
  const { effectiveYear, deadlines, calendar } = ruleSet;
  const verdicts: Verdict[] = [];
  const tell = (code: string, pointer: string, year: number, params: Record<string, string | number>): void => {
    if (verdicts.some((known) => known.code === code)) return;
    verdicts.push(doubted(code, pointer, params, finished(firstDraft(rules, year), rules)));
  };
  for (let year = effectiveYear; year < effectiveYear + YEARS && year < 2990; year++) {
    const { due, period } = rules.yearOf(year);
    const summary = dueDay(deadlines.summary, year, calendar);
    if (due < period.to) tell("due-before-end", "/deadlines/report", year, { due, end: period.to });
    if (summary < due) tell("summary-before-report", "/deadlines/summary", year, { summary, due });
  }
  return verdicts;
}
