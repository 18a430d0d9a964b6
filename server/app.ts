import express, { type Express } from "express";
import { createApiPage } from "./api/reference-page.ts";
import { createApi } from "./api/router.ts";
import { createHomePage } from "./home/router.ts";
import { requestLog } from "./http/request-log.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { errorPages, notFound } from "./pages/error-pages.ts";
import { createSendPage } from "./pages/page.ts";
import { languageOfAddress, toPreferredLanguage } from "./pages/remembered-language.ts";
import { createCheckPages } from "./report-check/router.ts";
import { createRulesPages } from "./rules-in-force/router.ts";
import type { Services } from "./services.ts";

/** The whole application: what a request meets, in order. */
export function createApp(services: Services): Express {
  const { assets, rules, logger, trustProxy } = services;
  const sendPage = createSendPage(services);
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", trustProxy);

  app.use(requestLog(logger));
  app.use(securityHeaders());
  app.get("/healthz", (_request, response) => void response.json({ status: "ok", ruleSets: rules.published.length }));
  app.use(assets.url, assets.serve);
  app.use("/api", createApi(services));

  app.get("/", toPreferredLanguage);
  app.use("/:language", languageOfAddress);
  app.use("/:language", createHomePage(services, sendPage));
  app.use("/:language/rules", createRulesPages(services, sendPage));
  app.use("/:language/check", createCheckPages(services, sendPage));
  app.use("/:language/api", createApiPage(services, sendPage));

  app.use(notFound);
  app.use(errorPages(sendPage));
  return app;
}
