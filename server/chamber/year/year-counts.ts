import { DUES, type Due, STATES, type State, type YearRow } from "./year-row.ts";

/** How many lines there are of each state, and with each thing that is due. */
export interface YearCounts {
  all: number;
  decided: number;
  states: Readonly<Record<State, number>>;
  dues: Readonly<Record<Due, number>>;
}

const zeros = <Key extends string>(keys: readonly Key[]): Record<Key, number> =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;

export function yearCounts(rows: readonly YearRow[]): YearCounts {
  const states = zeros(STATES);
  const dues = zeros(DUES);
  for (const row of rows) {
    states[row.state]++;
    for (const due of row.dues) dues[due]++;
  }
  const all = rows.length - states["no-duty"];
  return { all, decided: all - states.undecided, states, dues };
}
