import type { Request, RequestHandler, Response } from "express";
import { isDay } from "../../../engine/calendar.ts";
import type { Language } from "../../../engine/index.ts";
import type { Route } from "../../http/route.ts";
import { messages } from "../../language/messages.ts";
import type { SendPage } from "../../pages/page.ts";
import { readDay } from "../../report-check/typed-values.ts";
import { signedInOf } from "../../sessions/signed-in.ts";
import type { Store } from "../../store/store.ts";
import type { Ground } from "./outlook.ts";
import { chamberAddress } from "./places.ts";
import { showStart } from "./start-page.ts";

/** Leads those who may look back on some chambers alone to them: at once, where it is one. */
async function showChambers(store: Store, sendPage: SendPage, response: Response): Promise<void> {
  const language: Language = response.locals.language;
  const title = messages(language)("looking-back.title");
  const own = (await store.chambers()).filter(({ id }) => signedInOf(response)?.may("replay.read", { chamber: id }));
  const chambers = own.map(({ id, state }) => ({ href: chamberAddress(language, id), name: state.name[language] }));
  const [only] = chambers;
  if (only && chambers.length === 1) return response.redirect(303, only.href);
  sendPage(response, "replay/chambers", { title, section: "looking-back" }, { heading: title, chambers });
}

/** The first page of a ground; its two forms lead each to the address of what it asks for. */
export function createStartRoutes(store: Store, sendPage: SendPage, { path, isOfChamber, outlook }: Ground): Route[] {
  const outlookOf = (request: Request, response: Response) => outlook(store, request, response.locals.language);

  const start: RequestHandler = async (request, response) => {
    if (!isOfChamber && !signedInOf(response)?.may("replay.read")) return showChambers(store, sendPage, response);
    await showStart(store, sendPage, response, await outlookOf(request, response));
  };

  const toSet: RequestHandler = async (request, response) => {
    const { address } = await outlookOf(request, response);
    const { set } = request.query;
    response.redirect(303, typeof set === "string" && set ? `${address}/what-if/${encodeURIComponent(set)}` : address);
  };

  const toDay: RequestHandler = async (request, response) => {
    const here = await outlookOf(request, response);
    const typed = typeof request.query.day === "string" ? request.query.day.trim().slice(0, 30) : "";
    const day = readDay(typed);
    if (!isDay(day)) return showStart(store, sendPage, response, here, typed);
    response.redirect(303, `${here.address}/known/${day}`);
  };

  return [
    { method: "get", path, action: isOfChamber ? "replay.read" : "replay.list", handle: start },
    { method: "get", path: `${path}/what-if`, action: "replay.read", handle: toSet },
    { method: "get", path: `${path}/known`, action: "replay.read", handle: toDay },
  ];
}
