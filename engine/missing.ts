/** So many activities that give so many points each, of any of these forms. */
export interface MissingActivities {
  count: number;
  /** Points that one of them gives. */
  points: number;
  forms: readonly string[];
}

/** What an obliged consultant still needs as of a day. */
export interface Missing {
  /** Points to the norm; 0 where only the report is missing. */
  points: number;
  /** Whether the report is still to be submitted, by the decision's `report.due`. */
  report: boolean;
  /** In which days an activity has to end to count, and for which year it then has to be marked; null: none is open. */
  window: { from: string; to: string; makeUpFor: number | null } | null;
  /** The smallest sets of listed activities that would close the gap, the fewest activities first; none without a window. */
  options: readonly (readonly MissingActivities[])[];
}
