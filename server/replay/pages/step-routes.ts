import type { RequestHandler } from "express";
import type { Action } from "../../authorisation/actions.ts";
import type { Route } from "../../http/route.ts";
import type { Progress } from "../replay-run.ts";
import type { Asked, ReplayRuns } from "../replay-runs.ts";
import { writeReplayQuery } from "./replay-query.ts";
import type { Seek } from "./sought.ts";

/** A run is stopped, and begun anew, by whoever looks at it. */
export function createStepRoutes<Result extends Progress>(
  runs: ReplayRuns<Result>,
  seek: Seek<Result>,
  { path, action }: { path: string; action: Action },
): Route[] {
  const then =
    (step: (asked: Asked<Result>) => unknown): RequestHandler =>
    async (request, response) => {
      const { address, query, asked } = await seek(request, response);
      await step(asked);
      response.redirect(303, address + writeReplayQuery(query));
    };

  return [
    { method: "post", path: `${path}/stop`, action, body: "form", handle: then(({ key }) => runs.stop(key)) },
    { method: "post", path: `${path}/again`, action, body: "form", handle: then((asked) => runs.begin(asked)) },
  ];
}
