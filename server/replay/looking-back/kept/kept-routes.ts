import type { Request, RequestHandler, Response } from "express";
import type { Language } from "../../../../engine/index.ts";
import type { Route } from "../../../http/route.ts";
import type { SendPage } from "../../../pages/page.ts";
import type { Services } from "../../../services.ts";
import { signedInOf } from "../../../sessions/signed-in.ts";
import { findingAsJson } from "../../finding.ts";
import { createExportRoutes, type Exported } from "../../pages/export-routes.ts";
import { exportedFinding } from "../../pages/exported-finding.ts";
import { readReplayQuery } from "../../pages/replay-query.ts";
import { chamberNames, whatIsRecorded } from "../../pages/scope-form.ts";
import { knownSets } from "../../pages/show-replay.ts";
import type { Ground } from "../outlook.ts";
import { createComparisonRoutes } from "./comparison/comparison-routes.ts";
import { readKeptFilter } from "./kept-filter.ts";
import { keptListPage } from "./kept-list-page.ts";
import { keptPage } from "./kept-page.ts";
import { keptResults, openKept } from "./kept-result.ts";
import { waysToCases } from "./ways-to-cases.ts";

const action = "replay.read";

/** What was kept of looking back: listed, opened as it was found, exported, and two compared. */
export function createKeptRoutes({ store }: Services, sendPage: SendPage, ground: Ground): Route[] {
  const path = `${ground.path}/kept`;
  const section = "looking-back";

  async function showList(request: Request, response: Response, isNotTwo = false): Promise<void> {
    const language: Language = response.locals.language;
    const outlook = await ground.outlook(store, request, language);
    const all = await keptResults(store, response, outlook);
    const chambers = chamberNames(language, await whatIsRecorded(store));
    const model = keptListPage({ language, outlook, filter: readKeptFilter(request.query), all, chambers, isNotTwo });
    response.set("Cache-Control", "no-store");
    if (isNotTwo) response.status(422);
    sendPage(response, "replay/kept-list", { title: model.heading, section }, model);
  }

  const show: RequestHandler = async (request, response) => {
    const language: Language = response.locals.language;
    const outlook = await ground.outlook(store, request, language);
    const kept = await openKept(store, response, outlook, request.params.result);
    const others = (await keptResults(store, response, outlook)).filter(({ id }) => id !== kept.id);
    const { title, model } = keptPage({
      ...{ language, outlook, kept, others, query: readReplayQuery(request.query) },
      recorded: await whatIsRecorded(store),
      knownSets: await knownSets(store),
      hrefOf: await waysToCases(store, outlook, kept.state),
      mayOpen: (chamber) => signedInOf(response)?.may("case.read", { chamber }) ?? false,
    });
    response.set("Cache-Control", "no-store");
    sendPage(response, "replay/kept", { title, section }, model);
  };

  async function exported(request: Request, response: Response): Promise<Exported> {
    const language: Language = response.locals.language;
    const outlook = await ground.outlook(store, request, language);
    const { id, state, finding } = await openKept(store, response, outlook, request.params.result);
    return exportedFinding(finding, {
      ...{ language, flow: readReplayQuery(request.query).flow, name: `looking-back-${id}` },
      chambers: chamberNames(language, await whatIsRecorded(store)),
      whole: { id, ...state, found: findingAsJson(finding) },
    });
  }

  return [
    { method: "get", path, action, handle: (request, response) => showList(request, response) },
    ...createComparisonRoutes(store, sendPage, ground, (request, response) => showList(request, response, true)),
    { method: "get", path: `${path}/:result`, action, handle: show },
    ...createExportRoutes(exported, { path: `${path}/:result`, action }),
  ];
}
