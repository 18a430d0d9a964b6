import type { Language } from "../../../engine/index.ts";
import { formatInstant } from "../../language/instants.ts";
import { messages } from "../../language/messages.ts";
import type { EventHead } from "../../store/change.ts";
import { LOGGED_ACTIONS } from "../logged-actions.ts";
import { type AuditFilter, isFiltering, writeAuditFilter } from "./audit-filter.ts";
import { actionName, actorName, recordView } from "./event-words.ts";
import type { SealStatus } from "./seal-status.ts";

/** How many events a page shows. */
export const PAGE = 50;
/** How many records of an event the list names. */
const NAMED = 3;

function eventLine(language: Language, { seq, at, action, by, reason, records }: EventHead) {
  const say = messages(language);
  const address = `/${language}/audit`;
  const more = records.length - NAMED;
  return {
    seq,
    href: `${address}/${seq}`,
    action: actionName(language, action),
    at: formatInstant(language, at),
    by: { name: actorName(language, by), href: by.account && `${address}${writeAuditFilter({ by: by.account })}` },
    reason,
    records: records.slice(0, NAMED).map((record) => recordView(language, record)),
    more: more > 0 ? say("audit.more-records", { count: more }) : null,
  };
}

/** Builds the list of events. @param found a page of them and one more, where there is one */
export function listPage(language: Language, filter: AuditFilter, found: readonly EventHead[], status: SealStatus) {
  const say = messages(language);
  const address = `/${language}/audit`;
  const shown = found.slice(0, PAGE);
  const oldest = shown.at(-1);
  const { before: _, ...whole } = filter;
  const way = (text: string, before: number | null) => ({
    href: address + writeAuditFilter({ ...whole, before }),
    text,
  });
  const newest = filter.before === null ? [] : [way(say("audit.newest"), null)];
  const older = found.length > PAGE && oldest ? [way(say("audit.older"), oldest.seq)] : [];
  return {
    address,
    status,
    filter,
    filtering: isFiltering(filter),
    actions: LOGGED_ACTIONS.map((action) => ({
      value: action,
      text: actionName(language, action),
      selected: action === filter.action,
    })),
    events: shown.map((event) => eventLine(language, event)),
    ways: [...newest, ...older],
    csv: `${address}/export.csv${writeAuditFilter(whole)}`,
  };
}
