import { createAccountRoutes } from "./accounts/routes.ts";
import { createReferenceRoutes } from "./api/reference-page.ts";
import { createApiRoutes } from "./api/routes.ts";
import { createAssetRoutes } from "./assets/routes.ts";
import { createAuditRoutes } from "./audit/routes.ts";
import { createChamberRoutes } from "./chamber/routes.ts";
import { createHealthRoutes } from "./health/routes.ts";
import { createHomeRoutes } from "./home/routes.ts";
import type { Route } from "./http/route.ts";
import type { SendPage } from "./pages/page.ts";
import { toPreferredLanguage } from "./pages/remembered-language.ts";
import { createLookingBackRoutes } from "./replay/looking-back/routes.ts";
import { createCheckRoutes } from "./report-check/routes.ts";
import { createRulesRoutes } from "./rules-in-force/routes.ts";
import type { Services } from "./services.ts";
import { createTimelineRoutes } from "./timeline/routes.ts";
import { createWorkspaceRoutes } from "./workspace/routes.ts";

/** Every address that is answered: those that know no reader, those of programs, and the pages in three languages. */
export interface Routes {
  operation: Route[];
  api: Route[];
  pages: Route[];
}

/** The routes of all features, in the order in which they are tried. */
export const createRoutes = (services: Services, sendPage: SendPage): Routes => ({
  operation: [
    ...createHealthRoutes(services),
    ...createAssetRoutes(services),
    { method: "get", path: "/", action: "service.read", handle: toPreferredLanguage },
  ],
  api: createApiRoutes(services),
  pages: [
    ...createHomeRoutes(services, sendPage),
    ...createRulesRoutes(services, sendPage),
    ...createCheckRoutes(services, sendPage),
    ...createTimelineRoutes(services, sendPage),
    ...createReferenceRoutes(services, sendPage),
    ...createAccountRoutes(services, sendPage),
    ...createChamberRoutes(services, sendPage),
    ...createWorkspaceRoutes(services, sendPage),
    ...createLookingBackRoutes(services, sendPage),
    ...createAuditRoutes(services, sendPage),
  ],
});
