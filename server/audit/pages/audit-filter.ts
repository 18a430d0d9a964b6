import { Temporal } from "temporal-polyfill";
import type { Action } from "../../authorisation/actions.ts";
import type { EventQuery } from "../../store/store.ts";
import { LOGGED_ACTIONS } from "../logged-actions.ts";

/** Which events are asked for: all of it stands in the address. */
export interface AuditFilter {
  /** The login or the id of the account that acted. */
  by: string;
  action: Action | null;
  /** The id of a record, or the beginning of ids, ending in `/`. */
  record: string;
  /** Days in Asia/Almaty, both inclusive, as `YYYY-MM-DD`; empty where none is named. */
  from: string;
  to: string;
  /** Only events before this one. */
  before: number | null;
}

const LONGEST = 300;
const ZONE = "Asia/Almaty";

const text = (given: unknown): string => (typeof given === "string" ? given.trim().slice(0, LONGEST) : "");

function day(given: unknown): string {
  const typed = text(given);
  try {
    return /^\d{4}-\d\d-\d\d$/.test(typed) ? Temporal.PlainDate.from(typed).toString() : "";
  } catch {
    return "";
  }
}

/** Reads the query of the address; what it does not know is left out. */
export const readAuditFilter = (query: Record<string, unknown>): AuditFilter => ({
  by: text(query.by),
  action: LOGGED_ACTIONS.find((action) => action === query.action) ?? null,
  record: text(query.record),
  from: day(query.from),
  to: day(query.to),
  before: /^\d{1,15}$/.test(text(query.before)) ? Number(query.before) : null,
});

/** The filter as the query of an address. */
export function writeAuditFilter(filter: Partial<AuditFilter>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter))
    if (value !== null && value !== "") query.set(name, String(value));
  const written = query.toString();
  return written && `?${written}`;
}

export const isFiltering = ({ before: _, ...filter }: AuditFilter): boolean => Object.values(filter).some(Boolean);

/** The first instant of a day in Asia/Almaty, or the one after so many days more. */
const startOf = (date: string, daysLater = 0): Temporal.Instant =>
  Temporal.PlainDate.from(date).add({ days: daysLater }).toZonedDateTime(ZONE).toInstant();

const written = (instant: Temporal.Instant): string => instant.toString({ fractionalSecondDigits: 3 });

/** The question to the store. @param account the id of the account that `by` names */
export const eventQuery = (filter: AuditFilter, account: string | null, limit: number): EventQuery => ({
  ...(filter.action && { action: filter.action }),
  ...(account && { by: account }),
  ...(filter.record && { record: filter.record }),
  ...(filter.from && { since: written(startOf(filter.from)) }),
  ...(filter.to && { until: written(startOf(filter.to, 1).subtract({ milliseconds: 1 })) }),
  ...(filter.before !== null && { before: filter.before }),
  limit,
});
