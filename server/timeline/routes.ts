import type { Request, RequestHandler, Response } from "express";
import { isDay } from "../../engine/calendar.ts";
import type { Language } from "../../engine/index.ts";
import { type AdoptedSet, adoptedSets } from "../adoption/adopted-sets.ts";
import { HttpError } from "../http/http-error.ts";
import type { Route } from "../http/route.ts";
import type { SendPage } from "../pages/page.ts";
import type { Services } from "../services.ts";
import { signedInOf } from "../sessions/signed-in.ts";
import { comparables } from "./comparable.ts";
import { comparePage } from "./compare-page.ts";
import { setPage } from "./set-page.ts";
import { type AskedTimeline, timelinePage } from "./timeline-page.ts";
import { knownOn } from "./timeline-rows.ts";

const languageOf = ({ locals }: Response): Language => locals.language;

const seesDrafts = (response: Response): boolean => signedInOf(response)?.may("draft.read") ?? false;

const queried = ({ query }: Request, name: string): string => {
  const value = query[name];
  return typeof value === "string" ? value.trim() : "";
};

/** The year and the day that are asked for: without a day today, without a year that of the day. */
function askedOf(request: Request, today: string): AskedTimeline {
  const [day, year] = [queried(request, "on"), queried(request, "year")];
  const on = isDay(day) ? day : today;
  const isYear = /^\d{4}$/.test(year);
  return {
    on,
    year: Number(isYear ? year : on.slice(0, 4)),
    notADay: day !== "" && !isDay(day),
    notAYear: year !== "" && !isYear,
  };
}

/** The rule sets through the years: which was known when, what changed, and each of them whole. */
export function createTimelineRoutes({ store, today }: Services, sendPage: SendPage): Route[] {
  function setNamed(sets: readonly AdoptedSet[], sha256: unknown): AdoptedSet {
    const found = sets.find(({ ruleSet }) => ruleSet === sha256);
    if (!found) throw new HttpError(404);
    return found;
  }

  /** What the reader may compare. */
  async function choicesFor(response: Response) {
    const drafts = seesDrafts(response) ? await store.drafts() : [];
    return comparables(languageOf(response), await adoptedSets(store), drafts);
  }

  const list: RequestHandler = async (request, response) => {
    const language = languageOf(response);
    const asked = askedOf(request, today());
    const known = { sets: knownOn(await adoptedSets(store), asked.on), drafts: await store.drafts(), year: asked.year };
    const model = timelinePage(language, known, asked, await choicesFor(response), seesDrafts(response));
    sendPage(response, "timeline/list", { title: model.heading, section: "rules" }, model);
  };

  const compare: RequestHandler = async (request, response) => {
    const choices = await choicesFor(response);
    const [from, to] = ["from", "to"].map((side) => choices.find(({ key }) => key === queried(request, side)));
    if (!from || !to) throw new HttpError(404);
    const model = comparePage(languageOf(response), from, to);
    sendPage(response, "timeline/compare", { title: model.title, section: "rules" }, model);
  };

  const open: RequestHandler = async (request, response) => {
    const sets = await adoptedSets(store);
    const set = setNamed(sets, request.params.ruleSet);
    const known = { sets, drafts: await store.drafts(), year: Number(today().slice(0, 4)) };
    const model = setPage(languageOf(response), set, known);
    sendPage(response, "timeline/set", { title: model.title, section: "rules" }, model);
  };

  const json: RequestHandler = async (request, response) => {
    const { text, effectiveYear, revision } = setNamed(await adoptedSets(store), request.params.ruleSet);
    response.attachment(`${effectiveYear}-${revision}.json`).type("json").send(text);
  };

  const path = "/:language/timeline";
  return [
    { method: "get", path, action: "rules.read", handle: list },
    { method: "get", path: `${path}/compare`, action: "rules.read", handle: compare },
    { method: "get", path: `${path}/:ruleSet`, action: "rules.read", handle: open },
    { method: "get", path: `${path}/:ruleSet/json`, action: "rules.read", handle: json },
  ];
}
