import type { RequestHandler } from "express";
import type { Route } from "../http/route.ts";
import type { Services } from "../services.ts";

/** Whether the server is well, for whatever watches over it: where its log is not sealed, it is degraded. */
export function createHealthRoutes({ rules, store, sealer }: Pick<Services, "rules" | "store" | "sealer">): Route[] {
  const tell: RequestHandler = (_request, response) => {
    const fault = sealer?.fault ?? null;
    response.json({
      status: fault ? "degraded" : "ok",
      ruleSets: rules.published.length,
      store: store.kind,
      seals: { last: sealer?.last?.number ?? null, fault },
    });
  };
  return [{ method: "get", path: "/healthz", action: "service.read", handle: tell }];
}
