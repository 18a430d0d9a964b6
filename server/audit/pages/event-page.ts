import type { Language } from "../../../engine/index.ts";
import { formatInstant } from "../../language/instants.ts";
import { messages } from "../../language/messages.ts";
import type { Services } from "../../services.ts";
import type { LoggedEvent } from "../../store/change.ts";
import { writeAuditFilter } from "./audit-filter.ts";
import { actionName, actorName } from "./event-words.ts";
import { inclusionView } from "./inclusion-view.ts";
import { recordChange, voiceOf } from "./record-change.ts";

/** How many records of an event a page shows. */
const RECORDS = 25;

/** Builds the page of an event: who did what and why, each record before and after, and whether it is sealed. */
export async function eventPage(
  services: Pick<Services, "store" | "rules" | "sealer">,
  language: Language,
  event: LoggedEvent,
  from: number,
) {
  const say = messages(language);
  const { seq, at, by, reason, records } = event;
  const address = `/${language}/audit`;
  const voice = await voiceOf(language, services.store);
  const shown = records.slice(from, from + RECORDS);
  const page = (start: number, of = seq): string => `${address}/${of}${start > 0 ? `?from=${start}` : ""}`;
  const { size } = await services.store.head();
  return {
    address,
    seq,
    lead: say("audit.event.lead", { seq, at: formatInstant(language, at), name: actorName(language, by) }),
    action: actionName(language, event.action),
    byHistory: by.account && `${address}${writeAuditFilter({ by: by.account })}`,
    instant: at,
    reason,
    records: await Promise.all(shown.map((record) => recordChange(services, voice, record, seq))),
    count:
      records.length > RECORDS
        ? say("audit.event.records", { from: from + 1, to: from + shown.length, all: records.length })
        : null,
    previousRecords: from > 0 ? page(Math.max(0, from - RECORDS)) : null,
    nextRecords: from + RECORDS < records.length ? page(from + RECORDS) : null,
    inclusion: await inclusionView(language, services.store, services.sealer, seq),
    ways: [
      ...(seq + 1 < size ? [{ href: page(0, seq + 1), text: say("audit.event.newer") }] : []),
      ...(seq > 0 ? [{ href: page(0, seq - 1), text: say("audit.event.older") }] : []),
    ],
  };
}
