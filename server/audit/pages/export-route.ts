import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import type { RequestHandler } from "express";
import type { Language } from "../../../engine/index.ts";
import type { Route } from "../../http/route.ts";
import { sendStream } from "../../http/send-stream.ts";
import type { Services } from "../../services.ts";
import type { Store } from "../../store/store.ts";
import { type AuditFilter, readAuditFilter } from "./audit-filter.ts";
import { exportHead, exportRows } from "./export-events.ts";
import { allEvents } from "./find-events.ts";

const AT_ONCE = 500;

async function* rowsOf(store: Store, language: Language, filter: AuditFilter): AsyncGenerator<string[]> {
  yield exportHead(language);
  for await (const events of allEvents(store, filter, AT_ONCE))
    for (const event of events) yield* exportRows(language, event);
}

/** The list of events as a file, filtered as it is shown. */
export function createAuditExport({ store }: Pick<Services, "store">): Route {
  const send: RequestHandler = async (request, response) => {
    const language: Language = response.locals.language;
    const delimiter = language === "en" ? "," : ";";
    const csv = stringify({ bom: true, delimiter, record_delimiter: "windows" });
    response.set("Cache-Control", "no-store").attachment("audit.csv");
    const rows = Readable.from(rowsOf(store, language, readAuditFilter(request.query)));
    await sendStream(response, rows, csv);
  };
  return { method: "get", path: "/:language/audit/export.csv", action: "audit.export", handle: send };
}
