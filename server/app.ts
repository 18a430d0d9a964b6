import express, { type Express } from "express";
import { problemDocuments } from "./api/problem-document.ts";
import { mount } from "./http/mount.ts";
import { requestLog } from "./http/request-log.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { errorPages, notFound } from "./pages/error-pages.ts";
import { createSendPage } from "./pages/page.ts";
import { languageOfAddress } from "./pages/remembered-language.ts";
import { createRoutes } from "./routes.ts";
import type { Services } from "./services.ts";
import { recogniseSession } from "./sessions/recognise-session.ts";

/** The whole application: what a request meets, in order. */
export function createApp(services: Services): Express {
  const sendPage = createSendPage(services);
  const { operation, api, pages } = createRoutes(services, sendPage);
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", services.trustProxy);

  app.use(requestLog(services.logger));
  app.use(securityHeaders());
  mount(app, operation);

  app.use(recogniseSession(services));
  mount(app, api);
  app.use("/api", notFound, problemDocuments);

  app.use("/:language", languageOfAddress);
  mount(app, pages);
  app.use(notFound);
  app.use(errorPages(sendPage));
  return app;
}
