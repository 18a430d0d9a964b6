import type { Request, Response } from "express";
import type { Action } from "../../authorisation/actions.ts";
import type { Route } from "../../http/route.ts";
import type { SendPage } from "../../pages/page.ts";
import type { Services } from "../../services.ts";
import { findingAsJson } from "../finding.ts";
import type { Impact } from "../replay-recorded.ts";
import type { ReplayRuns } from "../replay-runs.ts";
import { type SoughtReplay, soughtReplay } from "./asked-replay.ts";
import { showBoth } from "./both-route.ts";
import { createExportRoutes, type Exported } from "./export-routes.ts";
import { exportedFinding } from "./exported-finding.ts";
import type { ReplaySubject } from "./replay-subject.ts";
import { chamberNames, whatIsRecorded } from "./scope-form.ts";
import { showReplay } from "./show-replay.ts";
import { createStepRoutes } from "./step-routes.ts";

/** What the pages of a replay are reached by. */
export interface ReplayPlace {
  path: string;
  /** The end of the address of a case, which shows both decisions on it. */
  casePath: string;
  action: Action;
  subjectOf(request: Request, response: Response): Promise<ReplaySubject>;
}

/** The pages of a replay: what it comes to, the list as a file, both decisions on one case; and its stop. */
export function createReplayRoutes(
  services: Services,
  sendPage: SendPage,
  runs: ReplayRuns<Impact>,
  { path, casePath, action, subjectOf }: ReplayPlace,
): Route[] {
  const { store } = services;
  const seek = async (request: Request, response: Response): Promise<SoughtReplay> =>
    soughtReplay(store, await subjectOf(request, response), request);

  const show = showReplay(services, sendPage, runs, seek);

  async function exportedReplay(request: Request, response: Response): Promise<Exported> {
    const { language, query, asked, findingOf } = await seek(request, response);
    const run = await runs.find(asked);
    await run.settle();
    const finding = findingOf(run.result);
    const chambers = chamberNames(language, await whatIsRecorded(store));
    return exportedFinding(finding, {
      ...{ language, chambers, name: "impact", flow: query.flow },
      whole: findingAsJson(finding),
    });
  }

  return [
    { method: "get", path, action, handle: (request, response) => show(request, response) },
    ...createStepRoutes(runs, seek, { path, action }),
    ...createExportRoutes(exportedReplay, { path, action }),
    { method: "get", path: `${path}/${casePath}`, action, handle: showBoth(services, sendPage, subjectOf) },
  ];
}
