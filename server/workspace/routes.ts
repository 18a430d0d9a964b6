import type { RequestHandler } from "express";
import type { Route } from "../http/route.ts";
import type { SendPage } from "../pages/page.ts";
import type { Services } from "../services.ts";
import { overview } from "./drafts/overview.ts";
import { createDraftsRoutes } from "./drafts/routes.ts";
import { createExamplesRoutes } from "./examples/routes.ts";
import { createHistoryRoutes } from "./history/routes.ts";
import { createImpactRoutes } from "./impact/routes.ts";
import { createJsonRoutes } from "./json/routes.ts";
import { openDraft } from "./open-draft.ts";
import { createPartRoutes } from "./parts/routes.ts";
import { createReviewRoutes } from "./review/routes.ts";
import { createTitleRoutes } from "./title/routes.ts";

/** The workspace: drafts of rule sets, and the editor of their parts. Fixed addresses stand before a draft's. */
export function createWorkspaceRoutes(services: Services, sendPage: SendPage): Route[] {
  const open: RequestHandler = async (request, response) => {
    const { head, model } = await overview(await openDraft(services.store, request, response));
    sendPage(response, "workspace/overview", head, model);
  };

  return [
    ...createDraftsRoutes(services, sendPage),
    { method: "get", path: "/:language/workspace/:draft", action: "draft.read", handle: open },
    ...createTitleRoutes(services, sendPage),
    ...createPartRoutes(services, sendPage),
    ...createJsonRoutes(services, sendPage),
    ...createExamplesRoutes(services, sendPage),
    ...createHistoryRoutes(services, sendPage),
    ...createReviewRoutes(services, sendPage),
    ...createImpactRoutes(services, sendPage),
  ];
}
