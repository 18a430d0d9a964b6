import { type ListFilter, REPORT_STATES, type Sort } from "./list-filter.ts";
import { STATES, type YearRow } from "./year-row.ts";

const collator = new Intl.Collator("kk");
const lower = (text: string): string => text.toLocaleLowerCase("kk");

type Compare = (a: YearRow, b: YearRow) => number;

const byName: Compare = (a, b) => collator.compare(a.name, b.name) || collator.compare(a.consultant, b.consultant);

const COMPARE: Readonly<Record<Sort, Compare>> = {
  name: () => 0,
  state: (a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state),
  points: (a, b) => (a.total ?? -1) - (b.total ?? -1),
  report: (a, b) => REPORT_STATES.indexOf(a.report) - REPORT_STATES.indexOf(b.report),
  "as-of": (a, b) => (a.asOf ?? "").localeCompare(b.asOf ?? "", "en"),
};

/** The lines that the filter asks for, in its order; those that are equal in it, by name. */
export function filterRows(
  rows: readonly YearRow[],
  { state, due, report, search, sort, descending }: ListFilter,
): YearRow[] {
  const wanted = lower(search);
  const found = rows.filter(
    (row) =>
      (!state || row.state === state) &&
      (!due || row.dues.includes(due)) &&
      (!report || row.report === report) &&
      (!wanted || lower(row.name).includes(wanted) || row.consultant === search),
  );
  const direction = descending ? -1 : 1;
  const compare: Compare = sort === "name" ? byName : COMPARE[sort];
  return found.sort((a, b) => direction * compare(a, b) || byName(a, b));
}
