import type { RequestHandler } from "express";
import type { Route } from "../http/route.ts";
import type { Services } from "../services.ts";

/** Whether the server is well: for whatever watches over it. */
export function createHealthRoutes({ rules, store }: Pick<Services, "rules" | "store">): Route[] {
  const tell: RequestHandler = (_request, response) =>
    void response.json({ status: "ok", ruleSets: rules.published.length, store: store.kind });
  return [{ method: "get", path: "/healthz", action: "service.read", handle: tell }];
}
