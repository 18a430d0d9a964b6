import type { Replayed } from "./replay-case.ts";

/** How many cases there are, and how many of them come to another outcome. */
export interface Count {
  cases: number;
  changed: number;
}

/** Points that a form gives more, and less, in hundredths. */
export interface Shift {
  gained: number;
  lost: number;
}

/** What a replay came to. Tallies of parts add up to that of the whole, in whatever order. */
export interface Tally extends Count {
  /** Cases that the other rule set refuses. */
  refused: number;
  /** Cases by outcome before and after: `fulfilled>unfulfilled`, `fulfilled>refused`. */
  flows: Record<string, number>;
  chambers: Record<string, Count>;
  years: Record<string, Count>;
  forms: Record<string, Shift>;
}

export const emptyTally = (): Tally => ({
  cases: 0,
  changed: 0,
  refused: 0,
  flows: {},
  chambers: {},
  years: {},
  forms: {},
});

/** Whether a case comes to another outcome. */
export const isChanged = ({ before, after }: Replayed): boolean => after !== null && before.outcome !== after.outcome;

function count(counts: Record<string, Count>, name: string, cases: number, changed: number): void {
  const held = counts[name] ?? { cases: 0, changed: 0 };
  counts[name] = { cases: held.cases + cases, changed: held.changed + changed };
}

function shift(shifts: Record<string, Shift>, form: string, gained: number, lost: number): void {
  const held = shifts[form] ?? { gained: 0, lost: 0 };
  shifts[form] = { gained: held.gained + gained, lost: held.lost + lost };
}

const addFlow = (flows: Record<string, number>, flow: string, cases: number): void => {
  flows[flow] = (flows[flow] ?? 0) + cases;
};

/** Counts a replayed case in. */
export function addCase(tally: Tally, replayed: Replayed): void {
  const changed = isChanged(replayed) ? 1 : 0;
  tally.cases++;
  tally.changed += changed;
  if (replayed.after === null) tally.refused++;
  addFlow(tally.flows, `${replayed.before.outcome}>${replayed.after?.outcome ?? "refused"}`, 1);
  count(tally.chambers, replayed.chamber, 1, changed);
  count(tally.years, String(replayed.reportingYear), 1, changed);
  for (const [form, points] of Object.entries(replayed.forms)) {
    const parts = Math.round(Math.abs(points) * 100);
    shift(tally.forms, form, points > 0 ? parts : 0, points < 0 ? parts : 0);
  }
}

/** Adds the tally of a part to that of the whole. */
export function addTally(whole: Tally, part: Tally): void {
  whole.cases += part.cases;
  whole.changed += part.changed;
  whole.refused += part.refused;
  for (const [flow, cases] of Object.entries(part.flows)) addFlow(whole.flows, flow, cases);
  for (const [name, { cases, changed }] of Object.entries(part.chambers)) count(whole.chambers, name, cases, changed);
  for (const [name, { cases, changed }] of Object.entries(part.years)) count(whole.years, name, cases, changed);
  for (const [form, { gained, lost }] of Object.entries(part.forms)) shift(whole.forms, form, gained, lost);
}
