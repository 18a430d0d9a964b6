import type { RequestHandler } from "express";
import type { Language } from "../../../engine/index.ts";
import type { Route } from "../../http/route.ts";
import type { SendPage } from "../../pages/page.ts";
import type { Services } from "../../services.ts";
import { signedInOf } from "../../sessions/signed-in.ts";
import { addressOf, findChamber, findPlace } from "../places.ts";
import { yearsOfChamber } from "../years-of-chamber.ts";
import { findRows } from "./find-rows.ts";
import { readFilter } from "./list-filter.ts";
import { listPage } from "./list-page.ts";

/** The list of a chamber's year, and the way to its newest one. */
export function createYearRoutes(services: Services, sendPage: SendPage): Route[] {
  const { store } = services;

  const toNewest: RequestHandler = async (request, response) => {
    const chamber = await findChamber(store, request);
    const [newest] = await yearsOfChamber(services, chamber.id);
    response.redirect(
      303,
      addressOf(response.locals.language, chamber.id, newest ?? new Date(services.today()).getUTCFullYear()),
    );
  };

  const show: RequestHandler = async (request, response) => {
    const place = await findPlace(services, request);
    const language: Language = response.locals.language;
    const { chamber, year, rules } = place;
    const may = signedInOf(response)?.may ?? (() => false);
    const [rows, years] = await Promise.all([findRows(services, place), yearsOfChamber(services, chamber.id)]);
    const { head, model } = listPage({
      language,
      chamber: { id: chamber.id, name: chamber.state.name[language] },
      year,
      years,
      rows,
      rules,
      filter: readFilter(request.query),
      mayRecord: may("decision.record", { chamber: chamber.id }),
      mayExport: may("chamber.export", { chamber: chamber.id }),
    });
    response.set("Cache-Control", "no-store");
    sendPage(response, "chamber/year", head, model);
  };

  return [
    { method: "get", path: "/:language/chambers/:chamber", action: "chamber.read", handle: toNewest },
    { method: "get", path: "/:language/chambers/:chamber/:year", action: "chamber.read", handle: show },
  ];
}
