import { isDay } from "../../../../engine/calendar.ts";
import type { LookedFor, LookingBack, Stored } from "../../../store/records.ts";
import { todayInAlmaty } from "../../../today.ts";

export const KINDS: readonly LookedFor["kind"][] = ["reproduce", "what-if", "known-on"];

/** Which results are listed: all of it stands in the address. */
export interface KeptFilter {
  kind: LookedFor["kind"] | null;
  /** The id of the account that kept it. */
  by: string;
  /** Days in Asia/Almaty, both inclusive, as `YYYY-MM-DD`; empty where none is named. */
  from: string;
  to: string;
  /** The first page is 1. */
  page: number;
}

const text = (given: unknown): string => (typeof given === "string" ? given.trim().slice(0, 100) : "");
const day = (given: unknown): string => (isDay(text(given)) ? text(given) : "");

/** Reads the query of the address; what it does not know is left out. */
export const readKeptFilter = (query: Record<string, unknown>): KeptFilter => ({
  kind: KINDS.find((kind) => kind === query.kind) ?? null,
  by: text(query.by),
  from: day(query.from),
  to: day(query.to),
  page: /^[1-9]\d{0,5}$/.test(String(query.page)) ? Number(query.page) : 1,
});

/** The filter as the query of an address: only what differs from the whole list. */
export function writeKeptFilter({ page, ...filter }: KeptFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  if (page > 1) query.set("page", String(page));
  const written = query.toString();
  return written && `?${written}`;
}

export const isFiltering = ({ kind, by, from, to }: KeptFilter): boolean => Boolean(kind || by || from || to);

/** The results that a filter asks for. */
export function filterKept(all: readonly Stored<LookingBack>[], { kind, by, from, to }: KeptFilter) {
  return all.filter(({ state: { asked, keptBy, keptAt } }) => {
    const on = todayInAlmaty(new Date(keptAt));
    return (
      (!kind || asked.kind === kind) && (!by || keptBy.account === by) && (!from || on >= from) && (!to || on <= to)
    );
  });
}
