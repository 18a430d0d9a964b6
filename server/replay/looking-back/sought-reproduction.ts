import type { Request, Response } from "express";
import type { Language } from "../../../engine/index.ts";
import type { Store } from "../../store/store.ts";
import { findingOfReproduction } from "../finding.ts";
import { nameOfScope, scopeWithin } from "../pages/asked-replay.ts";
import { readReplayQuery } from "../pages/replay-query.ts";
import type { Sought } from "../pages/sought.ts";
import type { ReplayScope } from "../replay-recorded.ts";
import { NOTHING_REPRODUCED, type Reproduction, reproduceRecorded } from "../reproduce-recorded.ts";
import type { Ground, Outlook } from "./outlook.ts";

/** A reproduction that an address seeks, and whose past it is. */
export interface SoughtReproduction extends Sought<Reproduction> {
  outlook: Outlook;
}

async function* reproduceAll(
  store: Store,
  scope: ReplayScope,
  signal: AbortSignal,
): AsyncGenerator<Reproduction, void, undefined> {
  const { size } = await store.head();
  yield* reproduceRecorded(store.events(0, size), size, scope, signal);
}

/** Reads which decisions an address wants made again. */
export const seekReproduction =
  (store: Store, ground: Ground) =>
  async (request: Request, response: Response): Promise<SoughtReproduction> => {
    const language: Language = response.locals.language;
    const outlook = await ground.outlook(store, request, language);
    const query = readReplayQuery(request.query);
    const chamber = outlook.chamber?.id ?? null;
    const scope = scopeWithin(chamber, query.scope);
    return {
      ...{ outlook, language, query, chamber },
      address: `${outlook.address}/reproduce`,
      lookedFor: { kind: "reproduce" },
      asked: {
        key: nameOfScope(scope),
        nothing: NOTHING_REPRODUCED,
        begin: (signal) => reproduceAll(store, scope, signal),
      },
      findingOf: findingOfReproduction,
    };
  };
