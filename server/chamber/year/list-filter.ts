import { DUES, type Due, type ReportState, STATES, type State } from "./year-row.ts";

export const REPORT_STATES: readonly ReportState[] = ["on-time", "late", "missing", "not-due", "not-required"];
export const SORTS = ["name", "state", "points", "report", "as-of"] as const;
export type Sort = (typeof SORTS)[number];

/** Which lines of the list are asked for, and in which order: all of it stands in the address. */
export interface ListFilter {
  state: State | null;
  due: Due | null;
  report: ReportState | null;
  search: string;
  sort: Sort;
  descending: boolean;
  /** The first page is 1. */
  page: number;
}

const LONGEST_SEARCH = 200;

const oneOf = <T extends string>(known: readonly T[], given: unknown): T | null =>
  known.find((candidate) => candidate === given) ?? null;

const readPage = (given: unknown): number => (/^[1-9]\d{0,5}$/.test(String(given)) ? Number(given) : 1);

/** Reads the query of the address; what it does not know is left out. */
export function readFilter(query: Record<string, unknown>): ListFilter {
  const sort = typeof query.sort === "string" ? query.sort : "";
  return {
    state: oneOf(STATES, query.outcome),
    due: oneOf(DUES, query.due),
    report: oneOf(REPORT_STATES, query.report),
    search: typeof query.q === "string" ? query.q.trim().slice(0, LONGEST_SEARCH) : "",
    sort: oneOf(SORTS, sort.replace(/^-/, "")) ?? "name",
    descending: sort.startsWith("-"),
    page: readPage(query.page),
  };
}

/** The filter as the query of an address: only what differs from the whole list in its usual order. */
export function writeFilter({ state, due, report, search, sort, descending, page }: ListFilter): string {
  const query = new URLSearchParams();
  if (state) query.set("outcome", state);
  if (due) query.set("due", due);
  if (report) query.set("report", report);
  if (search) query.set("q", search);
  if (sort !== "name" || descending) query.set("sort", `${descending ? "-" : ""}${sort}`);
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return text && `?${text}`;
}

export const isFiltering = ({ state, due, report, search }: ListFilter): boolean =>
  Boolean(state || due || report || search);
