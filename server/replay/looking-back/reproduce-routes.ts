import type { Request, RequestHandler, Response } from "express";
import type { Language } from "../../../engine/index.ts";
import type { Route } from "../../http/route.ts";
import { messages } from "../../language/messages.ts";
import type { SendPage } from "../../pages/page.ts";
import type { Services } from "../../services.ts";
import { signedInOf } from "../../sessions/signed-in.ts";
import type { Store } from "../../store/store.ts";
import { nameOfScope } from "../pages/asked-replay.ts";
import { type ReplayQuery, readReplayQuery, writeReplayQuery } from "../pages/replay-query.ts";
import { PATIENCE } from "../pages/replay-routes.ts";
import { whatIsRecorded } from "../pages/scope-form.ts";
import { type Asked, ReplayRuns } from "../replay-runs.ts";
import { NOTHING_REPRODUCED, type Reproduction, reproduceRecorded } from "../reproduce-recorded.ts";
import { lookingBackAddress } from "./places.ts";
import { reproducePage } from "./reproduce-page.ts";

async function* reproduceAll(
  store: Store,
  { scope }: ReplayQuery,
  signal: AbortSignal,
): AsyncGenerator<Reproduction, void, undefined> {
  const { size } = await store.head();
  yield* reproduceRecorded(store.events(0, size), size, scope, signal);
}

const asked = (store: Store, query: ReplayQuery): Asked<Reproduction> => ({
  key: nameOfScope(query.scope),
  nothing: NOTHING_REPRODUCED,
  begin: (signal) => reproduceAll(store, query, signal),
});

/** Every recorded decision made once more, as a page; it is stopped, and begun anew. */
export function createReproduceRoutes({ store, now }: Services, sendPage: SendPage): Route[] {
  const runs = new ReplayRuns<Reproduction>(store, now);
  const addressIn = (language: Language): string => `${lookingBackAddress(language)}/reproduce`;

  const show: RequestHandler = async (request, response) => {
    const language: Language = response.locals.language;
    const query = readReplayQuery(request.query);
    const run = await runs.find(asked(store, query));
    await run.settle(PATIENCE);
    const { head, model } = reproducePage({
      language,
      address: addressIn(language),
      crumbs: [{ href: lookingBackAddress(language), text: messages(language)("looking-back.title") }],
      query,
      run,
      recorded: await whatIsRecorded(store),
      mayOpen: signedInOf(response)?.may("case.read") ?? false,
    });
    response.set("Cache-Control", "no-store");
    if (run.running) response.set("Refresh", "1");
    sendPage(response, "replay/reproduce", head, model);
  };

  const then =
    (act: (about: Asked<Reproduction>) => unknown): RequestHandler =>
    async (request: Request, response: Response) => {
      const query = readReplayQuery(request.query);
      await act(asked(store, query));
      response.redirect(303, addressIn(response.locals.language) + writeReplayQuery(query));
    };

  const path = "/:language/looking-back/reproduce";
  const action = "replay.read";
  return [
    { method: "get", path, action, handle: show },
    { method: "post", path: `${path}/stop`, action, body: "form", handle: then(({ key }) => runs.stop(key)) },
    { method: "post", path: `${path}/again`, action, body: "form", handle: then((about) => runs.begin(about)) },
  ];
}
