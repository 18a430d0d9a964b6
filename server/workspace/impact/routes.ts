import type { Request, Response } from "express";
import { hashOf } from "../../../engine/hash.ts";
import { HttpError } from "../../http/http-error.ts";
import type { Route } from "../../http/route.ts";
import { messages } from "../../language/messages.ts";
import type { SendPage } from "../../pages/page.ts";
import { createReplayRoutes } from "../../replay/pages/replay-routes.ts";
import type { ReplaySubject } from "../../replay/pages/replay-subject.ts";
import { ReplayRuns } from "../../replay/replay-runs.ts";
import { trialOf } from "../../replay/trial.ts";
import type { Services } from "../../services.ts";
import { openDraft } from "../open-draft.ts";
import { draftAddress, draftsAddress } from "../places.ts";
import { parsed } from "../review/change-lines.ts";

/** What a draft would have done to the recorded cases of past years. */
export function createImpactRoutes(services: Services, sendPage: SendPage): Route[] {
  const { store, now } = services;

  async function subjectOf(request: Request, response: Response): Promise<ReplaySubject> {
    const { language, stored } = await openDraft(store, request, response);
    const ruleSet = parsed(stored.state.text);
    if (!ruleSet) throw new HttpError(404);
    const say = messages(language);
    const address = draftAddress(language, stored.id);
    return {
      language,
      section: "workspace",
      title: say("impact.title"),
      lead: say("impact.lead"),
      crumbs: [
        { href: draftsAddress(language), text: say("drafts.title") },
        { href: address, text: stored.state.title },
      ],
      address: `${address}/impact`,
      chamber: null,
      name: hashOf(ruleSet),
      trial: trialOf(ruleSet),
      lookedFor: null,
      after: say("impact.under-draft"),
    };
  }

  const path = "/:language/workspace/:draft/impact";
  const place = { path, casePath: ":chamber/:year/:consultant", action: "draft.read", subjectOf } as const;
  return createReplayRoutes(services, sendPage, new ReplayRuns(store, now), place);
}
