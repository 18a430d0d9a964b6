import type { Request, Response } from "express";
import type { RuleSet } from "../../../engine/index.ts";
import type { SendPage } from "../../pages/page.ts";
import type { Services } from "../../services.ts";
import type { Store } from "../../store/store.ts";
import { keepForm, type SentBack } from "../looking-back/kept/keep-form.ts";
import type { Impact } from "../replay-recorded.ts";
import type { ReplayRuns } from "../replay-runs.ts";
import type { SoughtReplay } from "./asked-replay.ts";
import { impactPage } from "./impact-page.ts";
import { whatIsRecorded } from "./scope-form.ts";
import type { Seek } from "./sought.ts";

/** How long the first answer waits for numbers, in milliseconds. */
export const PATIENCE = 400;

/** The rule sets that decisions were made under. */
export const knownSets = async (store: Store): Promise<RuleSet[]> =>
  (await store.ruleSets()).map(({ state }) => JSON.parse(state.text) as RuleSet);

/** The page of a replay, as far as it has come. */
export function showReplay(
  { store }: Pick<Services, "store">,
  sendPage: SendPage,
  runs: ReplayRuns<Impact>,
  seek: Seek<Impact, SoughtReplay>,
) {
  return async (request: Request, response: Response, back?: SentBack): Promise<void> => {
    const sought = await seek(request, response);
    const run = await runs.find(sought.asked);
    await run.settle(PATIENCE);
    const recorded = await whatIsRecorded(store, sought.chamber);
    const keep = keepForm(response, run, sought, back);
    const { head, model } = impactPage({ sought, run, recorded, knownSets: await knownSets(store), keep });
    response.set("Cache-Control", "no-store");
    if (run.running) response.set("Refresh", "1");
    sendPage(response, "replay/impact", head, model);
  };
}
