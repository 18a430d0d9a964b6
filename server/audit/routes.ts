import type { RequestHandler } from "express";
import type { Language } from "../../engine/index.ts";
import { HttpError } from "../http/http-error.ts";
import type { Route } from "../http/route.ts";
import { messages } from "../language/messages.ts";
import type { SendPage } from "../pages/page.ts";
import type { Services } from "../services.ts";
import { readAuditFilter } from "./pages/audit-filter.ts";
import { eventPage } from "./pages/event-page.ts";
import { createAuditExport } from "./pages/export-route.ts";
import { findEvents } from "./pages/find-events.ts";
import { listPage, PAGE } from "./pages/list-page.ts";
import { sealStatus } from "./pages/seal-status.ts";

const numberOf = (given: unknown): number | null => (/^\d{1,15}$/.test(String(given)) ? Number(given) : null);

/** The pages of the auditor: the events, each event, and their list as a file. */
export function createAuditRoutes(services: Services, sendPage: SendPage): Route[] {
  const { store, sealer } = services;

  const list: RequestHandler = async (request, response) => {
    const language: Language = response.locals.language;
    const filter = readAuditFilter(request.query);
    const { size } = await store.head();
    const found = await findEvents(store, filter, PAGE + 1);
    const model = listPage(language, filter, found, sealStatus(language, sealer, size));
    response.set("Cache-Control", "no-store");
    sendPage(response, "audit/list", { title: messages(language)("audit.title"), section: "audit" }, model);
  };

  const show: RequestHandler = async (request, response) => {
    const language: Language = response.locals.language;
    const seq = numberOf(request.params.seq);
    const event = seq === null ? null : await store.event(seq);
    if (!event) throw new HttpError(404);
    const model = await eventPage(services, language, event, numberOf(request.query.from) ?? 0);
    response.set("Cache-Control", "no-store");
    sendPage(response, "audit/event", { title: model.action, section: "audit" }, model);
  };

  return [
    { method: "get", path: "/:language/audit", action: "audit.read", handle: list },
    createAuditExport(services),
    { method: "get", path: "/:language/audit/:seq", action: "audit.read", handle: show },
  ];
}
