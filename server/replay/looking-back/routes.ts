import type { Request, RequestHandler, Response } from "express";
import { isDay } from "../../../engine/calendar.ts";
import type { Language } from "../../../engine/index.ts";
import { plainField } from "../../chamber/plain-field.ts";
import type { Route } from "../../http/route.ts";
import { messages } from "../../language/messages.ts";
import type { SendPage } from "../../pages/page.ts";
import { readDay } from "../../report-check/typed-values.ts";
import type { Services } from "../../services.ts";
import { createReplayRoutes } from "../pages/replay-routes.ts";
import type { Impact } from "../replay-recorded.ts";
import { ReplayRuns } from "../replay-runs.ts";
import { lookingBackAddress } from "./places.ts";
import { createReproduceRoutes } from "./reproduce-routes.ts";
import { setsToTry } from "./sets-to-try.ts";
import { asKnownOn, whatIf } from "./subjects.ts";

const action = "replay.read";

/** Looking back: the same decisions again, under other rules, and by what was known on a day. */
export function createLookingBackRoutes(services: Services, sendPage: SendPage): Route[] {
  const { store, now } = services;
  const runs = new ReplayRuns<Impact>(store, now);

  async function show(response: Response, typed: string, isWrong: boolean): Promise<void> {
    const language: Language = response.locals.language;
    const say = messages(language);
    const error = isWrong ? say("looking-back.day.wrong") : null;
    const label = say("looking-back.day");
    const title = say("looking-back.title");
    if (isWrong) response.status(422);
    const head = { title: isWrong ? say("form.error-title", { title }) : title, section: "looking-back" as const };
    sendPage(response, "replay/looking-back", head, {
      heading: title,
      address: lookingBackAddress(language),
      sets: (await setsToTry(store, language)).map(({ name, text }) => ({ value: name, text })),
      day: plainField({ id: "day", label, value: typed, hint: say("looking-back.day.hint"), error, numeric: true }),
      error,
    });
  }

  const toSet: RequestHandler = ({ query }, response) => {
    const set = typeof query.set === "string" ? query.set : "";
    const address = lookingBackAddress(response.locals.language);
    response.redirect(303, set ? `${address}/what-if/${encodeURIComponent(set)}` : address);
  };

  const toDay: RequestHandler = async ({ query }, response) => {
    const typed = typeof query.day === "string" ? query.day.trim().slice(0, 30) : "";
    const day = readDay(typed);
    if (!isDay(day)) return show(response, typed, true);
    response.redirect(303, `${lookingBackAddress(response.locals.language)}/known/${day}`);
  };

  const path = "/:language/looking-back";
  const subjects = {
    "what-if/:set": (request: Request, response: Response) => whatIf(store, request, response),
    "known/:day": (request: Request, response: Response) => asKnownOn(store, request, response),
  };
  return [
    { method: "get", path, action, handle: (_request, response) => show(response, "", false) },
    { method: "get", path: `${path}/what-if`, action, handle: toSet },
    { method: "get", path: `${path}/known`, action, handle: toDay },
    ...createReproduceRoutes(services, sendPage),
    ...Object.entries(subjects).flatMap(([step, subjectOf]) =>
      createReplayRoutes(services, sendPage, runs, { path: `${path}/${step}`, action, subjectOf }),
    ),
  ];
}
