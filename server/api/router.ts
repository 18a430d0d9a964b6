import { Router } from "express";
import { onlyMethods } from "../http/methods.ts";
import { notFound } from "../pages/error-pages.ts";
import type { Services } from "../services.ts";
import { evaluate } from "./evaluate.ts";
import { openApiDocument } from "./openapi/document.ts";
import { problemDocuments } from "./problem-document.ts";
import { jsonBytes, textOf } from "./request-text.ts";
import { createRuleSetsApi } from "./rule-sets.ts";

/** The public API: deciding cases and reading rule sets. It keeps nothing and needs no account. */
export function createApi({ rules, today }: Services): Router {
  const router = Router();

  router
    .route("/v1/evaluate")
    .post(jsonBytes, (request, response) => {
      const decision = evaluate(textOf(request), rules, today());
      response.set("Cache-Control", "no-store").json(decision);
    })
    .all(onlyMethods("POST"));

  router.use("/v1/rule-sets", createRuleSetsApi(rules));

  router
    .route("/v1/openapi.json")
    .get(
      (_request, response) =>
        void response.set("Cache-Control", "public, max-age=300").json(openApiDocument("en", rules)),
    )
    .all(onlyMethods("GET", "HEAD"));

  router.use(notFound);
  router.use(problemDocuments);
  return router;
}
