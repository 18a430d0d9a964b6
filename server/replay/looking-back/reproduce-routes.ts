import type { Request, Response } from "express";
import type { Route } from "../../http/route.ts";
import type { SendPage } from "../../pages/page.ts";
import type { Services } from "../../services.ts";
import { signedInOf } from "../../sessions/signed-in.ts";
import { findingAsJson } from "../finding.ts";
import { createExportRoutes, type Exported } from "../pages/export-routes.ts";
import { exportedFinding } from "../pages/exported-finding.ts";
import { chamberNames, whatIsRecorded } from "../pages/scope-form.ts";
import { PATIENCE } from "../pages/show-replay.ts";
import { createStepRoutes } from "../pages/step-routes.ts";
import { ReplayRuns } from "../replay-runs.ts";
import type { Reproduction } from "../reproduce-recorded.ts";
import { keepForm, type SentBack } from "./kept/keep-form.ts";
import { createKeepRoute } from "./kept/keep-route.ts";
import type { Ground } from "./outlook.ts";
import { reproducePage } from "./reproduce-page.ts";
import { seekReproduction } from "./sought-reproduction.ts";

const action = "replay.read";

/** Every recorded decision made once more, as a page; it is stopped, begun anew, exported and kept. */
export function createReproduceRoutes(services: Services, sendPage: SendPage, ground: Ground): Route[] {
  const { store, now } = services;
  const runs = new ReplayRuns<Reproduction>(store, now);
  const seek = seekReproduction(store, ground);
  const path = `${ground.path}/reproduce`;

  async function show(request: Request, response: Response, back?: SentBack): Promise<void> {
    const sought = await seek(request, response);
    const run = await runs.find(sought.asked);
    await run.settle(PATIENCE);
    const recorded = await whatIsRecorded(store, sought.chamber);
    const mayOpen = (chamber: string): boolean => signedInOf(response)?.may("case.read", { chamber }) ?? false;
    const keep = keepForm(response, run, sought, back);
    const { head, model } = reproducePage({ sought, run, recorded, mayOpen, keep });
    response.set("Cache-Control", "no-store");
    if (run.running) response.set("Refresh", "1");
    sendPage(response, "replay/reproduce", head, model);
  }

  async function exported(request: Request, response: Response): Promise<Exported> {
    const { language, asked, chamber, findingOf } = await seek(request, response);
    const run = await runs.find(asked);
    await run.settle();
    const finding = findingOf(run.result);
    const chambers = chamberNames(language, await whatIsRecorded(store, chamber));
    return exportedFinding(finding, {
      ...{ language, chambers, name: "reproduction", flow: "" },
      whole: findingAsJson(finding),
    });
  }

  return [
    { method: "get", path, action, handle: (request, response) => show(request, response) },
    ...createStepRoutes(runs, seek, { path, action }),
    ...createExportRoutes(exported, { path, action }),
    createKeepRoute(services, runs, seek, path, show),
  ];
}
