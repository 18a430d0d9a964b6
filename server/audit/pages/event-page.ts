import type { Language } from "../../../engine/index.ts";
import { formatInstant } from "../../language/instants.ts";
import { type Messages, messages } from "../../language/messages.ts";
import type { Services } from "../../services.ts";
import type { LoggedEvent } from "../../store/change.ts";
import { writeAuditFilter } from "./audit-filter.ts";
import { actionName, actorName } from "./event-words.ts";
import { inclusionView } from "./inclusion-view.ts";
import { recordChange } from "./record-change.ts";

/** How many records of an event a page shows. */
const RECORDS = 25;

/** Where in the records of an event the page is, and the ways to the others; null where it shows them all. */
function placeInRecords(say: Messages, address: string, from: number, all: number) {
  if (all <= RECORDS) return null;
  const to = Math.min(from + RECORDS, all);
  return {
    text: say("audit.event.records", { from: from + 1, to, all }),
    previous: from > 0 ? `${address}?from=${Math.max(0, from - RECORDS)}` : null,
    next: to < all ? `${address}?from=${to}` : null,
  };
}

/** The ways to the events beside an event, in a log of so many. */
const waysFrom = (say: Messages, address: string, seq: number, size: number) => [
  ...(seq + 1 < size ? [{ href: `${address}/${seq + 1}`, text: say("audit.event.newer") }] : []),
  ...(seq > 0 ? [{ href: `${address}/${seq - 1}`, text: say("audit.event.older") }] : []),
];

/** Builds the page of an event: who did what and why, each record before and after, and whether it is sealed. */
export async function eventPage(
  { store, rules, sealer }: Pick<Services, "store" | "rules" | "sealer">,
  language: Language,
  { seq, at, action, by, reason, records }: LoggedEvent,
  from: number,
) {
  const say = messages(language);
  const address = `/${language}/audit`;
  const voice = { language, say, rules, chambers: await store.chambers() };
  const shown = records.slice(from, from + RECORDS);
  return {
    address,
    lead: say("audit.event.lead", { seq, at: formatInstant(language, at), name: actorName(language, by) }),
    action: actionName(language, action),
    byHistory: by.account && `${address}${writeAuditFilter({ by: by.account })}`,
    reason,
    records: await Promise.all(shown.map((record) => recordChange(store, voice, record, seq))),
    place: placeInRecords(say, `${address}/${seq}`, from, records.length),
    inclusion: await inclusionView(language, store, sealer, seq),
    ways: waysFrom(say, address, seq, (await store.head()).size),
  };
}
