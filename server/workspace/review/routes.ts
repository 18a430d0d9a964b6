import type { Request, RequestHandler, Response } from "express";
import { compile } from "../../../engine/index.ts";
import { adoptedSets } from "../../adoption/adopted-sets.ts";
import { AdoptionRefused } from "../../adoption/adoption-refused.ts";
import { reader } from "../../chamber/reader.ts";
import { HttpError } from "../../http/http-error.ts";
import type { Route } from "../../http/route.ts";
import { messages } from "../../language/messages.ts";
import type { SendPage } from "../../pages/page.ts";
import { sentencesPage } from "../../rules-in-force/sentences-page.ts";
import type { Services } from "../../services.ts";
import { signedInOf } from "../../sessions/signed-in.ts";
import { draftHead, openDraft } from "../open-draft.ts";
import { draftAddress } from "../places.ts";
import { readSent } from "../sent.ts";
import { parsed } from "./change-lines.ts";
import { DEEDS, type Deed } from "./deeds.ts";
import { reviewPage } from "./review-page.ts";

interface Refused {
  refused: AdoptionRefused | null;
  typed: URLSearchParams;
}

const NOTHING_REFUSED: Refused = { refused: null, typed: new URLSearchParams() };

/** The review of a draft: what it changes, and the procedure up to its adoption. */
export function createReviewRoutes(services: Services, sendPage: SendPage): Route[] {
  const { store, now, today } = services;

  async function show(request: Request, response: Response, { refused, typed }: Refused): Promise<void> {
    const draft = await openDraft(store, request, response);
    const { head, model } = await reviewPage({
      draft,
      adopted: await adoptedSets(store),
      reader: reader(response),
      today: today(),
      may: (action) => signedInOf(response)?.may(action) ?? false,
      refused,
      typed,
    });
    if (refused) response.status(refused.status);
    sendPage(response, "workspace/review", head, model);
  }

  const doing =
    ({ does, returnsTo }: Deed): RequestHandler =>
    async (request, response) => {
      const form: URLSearchParams = request.body;
      const id = request.params.draft as string;
      const { submission } = readSent(form);
      try {
        await does({ services, id, form, by: reader(response), at: now().toISOString(), submission });
      } catch (error) {
        if (!(error instanceof AdoptionRefused)) throw error;
        return show(request, response, { refused: error, typed: form });
      }
      const place = returnsTo ? `#${returnsTo(form)}` : "";
      response.redirect(303, `${draftAddress(response.locals.language, id)}/review${place}`);
    };

  const sentences: RequestHandler = async (request, response) => {
    const draft = await openDraft(store, request, response);
    const { language, stored } = draft;
    const ruleSet = parsed(stored.state.text);
    if (!ruleSet) throw new HttpError(404);
    const say = messages(language);
    const { sections, sha256 } = sentencesPage(language, compile(ruleSet), ruleSet.effectiveYear);
    const title = say("review.sentences");
    const section = { href: `${draftAddress(language, stored.id)}/review`, title: say("review.title") };
    const model = { ...draftHead(draft), section, title, lead: ruleSet.name[language], sections, sha256 };
    sendPage(response, "workspace/sentences", { title, section: "workspace" }, model);
  };

  const path = "/:language/workspace/:draft/review";
  return [
    {
      method: "get",
      path,
      action: "draft.read",
      handle: (request, response) => show(request, response, NOTHING_REFUSED),
    },
    { method: "get", path: "/:language/workspace/:draft/sentences", action: "draft.read", handle: sentences },
    ...DEEDS.map((deed): Route => {
      return { method: "post", path: `${path}/${deed.name}`, action: deed.action, body: "form", handle: doing(deed) };
    }),
  ];
}
