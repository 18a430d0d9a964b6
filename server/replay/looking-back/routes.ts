import type { Request, Response } from "express";
import type { Route } from "../../http/route.ts";
import type { SendPage } from "../../pages/page.ts";
import type { Services } from "../../services.ts";
import { soughtReplay } from "../pages/asked-replay.ts";
import { createReplayRoutes } from "../pages/replay-routes.ts";
import type { ReplaySubject } from "../pages/replay-subject.ts";
import { showReplay } from "../pages/show-replay.ts";
import type { Impact } from "../replay-recorded.ts";
import { ReplayRuns } from "../replay-runs.ts";
import { createKeepRoute } from "./kept/keep-route.ts";
import { createKeptRoutes } from "./kept/kept-routes.ts";
import { GROUNDS, type Ground } from "./outlook.ts";
import { createReproduceRoutes } from "./reproduce-routes.ts";
import { createStartRoutes } from "./start-routes.ts";
import { asKnownOn, whatIf } from "./subjects.ts";

const WAYS = { "what-if/:set": whatIf, "known/:day": asKnownOn };

/** The replays of a ground: under other rules, and by what was known on a day. */
function createTrialRoutes(
  services: Services,
  sendPage: SendPage,
  runs: ReplayRuns<Impact>,
  { path: base, casePath, outlook }: Ground,
): Route[] {
  const { store } = services;
  return Object.entries(WAYS).flatMap(([way, subjectOfWay]) => {
    const path = `${base}/${way}`;
    const subjectOf = async (request: Request, response: Response): Promise<ReplaySubject> =>
      subjectOfWay(store, await outlook(store, request, response.locals.language), request, response);
    const seek = async (request: Request, response: Response) =>
      soughtReplay(store, await subjectOf(request, response), request);
    const show = showReplay(services, sendPage, runs, seek);
    return [
      createKeepRoute(services, runs, seek, path, show),
      ...createReplayRoutes(services, sendPage, runs, { path, casePath, action: "replay.read", subjectOf }),
    ];
  });
}

/** Looking back: the same decisions again, under other rules, and by what was known on a day; and what was kept of it. */
export function createLookingBackRoutes(services: Services, sendPage: SendPage): Route[] {
  const { store, now } = services;
  const runs = new ReplayRuns<Impact>(store, now);
  return GROUNDS.flatMap((ground) => [
    ...createStartRoutes(store, sendPage, ground),
    ...createReproduceRoutes(services, sendPage, ground),
    ...createKeptRoutes(services, sendPage, ground),
    ...createTrialRoutes(services, sendPage, runs, ground),
  ]);
}
