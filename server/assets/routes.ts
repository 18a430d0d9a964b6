import type { RequestHandler } from "express";
import type { Route } from "../http/route.ts";
import type { Services } from "../services.ts";

/** The assets: each may be kept for good, its address names its version. */
export function createAssetRoutes({ assets }: Pick<Services, "assets">): Route[] {
  const send: RequestHandler = ({ params }, response) =>
    response.sendFile([params.file].flat().join("/"), { root: assets.folder, immutable: true, maxAge: "365d" });
  return [{ method: "get", path: `${assets.url}/*file`, action: "service.read", handle: send }];
}
