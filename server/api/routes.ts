import type { RequestHandler } from "express";
import type { Route } from "../http/route.ts";
import type { Services } from "../services.ts";
import { evaluate } from "./evaluate.ts";
import { openApiDocument } from "./openapi/document.ts";
import { jsonBytes, textOf } from "./request-text.ts";
import { createRuleSetRoutes } from "./rule-sets.ts";

/** The public API: deciding cases and reading rule sets. It keeps nothing and needs no account. */
export function createApiRoutes({ rules, today }: Pick<Services, "rules" | "today">): Route[] {
  const decide: RequestHandler = (request, response) => {
    const decision = evaluate(textOf(request), rules, today());
    response.set("Cache-Control", "no-store").json(decision);
  };

  const describe: RequestHandler = (_request, response) =>
    void response.set("Cache-Control", "public, max-age=300").json(openApiDocument("en", rules));

  return [
    { method: "post", path: "/api/v1/evaluate", action: "api.evaluate", handle: [jsonBytes, decide] },
    ...createRuleSetRoutes(rules),
    { method: "get", path: "/api/v1/openapi.json", action: "api.read", handle: describe },
  ];
}
