import type { Route } from "../http/route.ts";
import type { SendPage } from "../pages/page.ts";
import type { Services } from "../services.ts";
import { createCaseRoutes } from "./case/case-routes.ts";
import { createDecisionRoutes } from "./case/decision-routes.ts";
import { createEntryRoutes } from "./case/entry-routes.ts";
import { createChambersRoutes } from "./chambers-routes.ts";
import { createDocumentRoutes } from "./documents/document-routes.ts";
import { createExportRoutes } from "./export/export-routes.ts";
import { createOwnYearsRoutes } from "./own-years-routes.ts";
import { createRegisterRoutes } from "./register/register-routes.ts";
import { createUploadRoutes } from "./upload/upload-routes.ts";
import { createYearRoutes } from "./year/year-routes.ts";

/** The pages of the chambers: the list of a year, its cases and decisions. A fixed address stands before a consultant's. */
export const createChamberRoutes = (services: Services, sendPage: SendPage): Route[] => [
  ...createChambersRoutes(services, sendPage),
  ...createOwnYearsRoutes(services, sendPage),
  ...createRegisterRoutes(services, sendPage),
  ...createYearRoutes(services, sendPage),
  ...createExportRoutes(services),
  ...createUploadRoutes(services, sendPage),
  ...createEntryRoutes(services, sendPage),
  ...createDecisionRoutes(services, sendPage),
  ...createDocumentRoutes(services, sendPage),
  ...createCaseRoutes(services, sendPage),
];
