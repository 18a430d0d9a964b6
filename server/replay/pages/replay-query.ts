import type { ReplayScope } from "../replay-recorded.ts";

/** What the address of a replay asks for: which cases, and which of the people that come out otherwise. */
export interface ReplayQuery {
  scope: Required<ReplayScope>;
  /** Only those who come from one outcome to another, `fulfilled>unfulfilled`; empty for all. */
  flow: string;
  /** The first page is 1. */
  page: number;
}

const MOST_NAMED = 100;
const CHAMBER = /^[\w-]{1,60}$/;
const FLOW = /^[a-z-]{1,20}>[a-z-]{1,20}$/;

const listed = (given: unknown): string[] =>
  [given].flat().flatMap((one) => (typeof one === "string" && one !== "" ? [one] : []));

const once = <T>(named: readonly T[]): T[] => [...new Set(named)].slice(0, MOST_NAMED);

/** Reads the query of an address; what it does not know is left out. */
export function readReplayQuery(query: Record<string, unknown>): ReplayQuery {
  const years = listed(query.year).flatMap((year) => (/^\d{4}$/.test(year) ? [Number(year)] : []));
  const chambers = listed(query.chamber).filter((chamber) => CHAMBER.test(chamber));
  const flow = typeof query.flow === "string" && FLOW.test(query.flow) ? query.flow : "";
  const page = /^[1-9]\d{0,5}$/.test(String(query.page)) ? Number(query.page) : 1;
  return { scope: { years: once(years), chambers: once(chambers) }, flow, page };
}

/** The query as it stands in an address: only what differs from all cases and all people. */
export function writeReplayQuery({ scope: { years, chambers }, flow, page }: ReplayQuery): string {
  const query = new URLSearchParams();
  for (const year of years) query.append("year", String(year));
  for (const chamber of chambers) query.append("chamber", chamber);
  if (flow) query.set("flow", flow);
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return text && `?${text}`;
}
