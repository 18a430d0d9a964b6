import type { Request, RequestHandler, Response } from "express";
import { reader } from "../../chamber/reader.ts";
import type { Route } from "../../http/route.ts";
import { messages } from "../../language/messages.ts";
import type { SendPage } from "../../pages/page.ts";
import type { Services } from "../../services.ts";
import { line, problemsOfTitle } from "../drafts/draft-title.ts";
import { lastSavedBy } from "../last-saved-by.ts";
import { openDraft } from "../open-draft.ts";
import { conflictOf } from "../parts/conflict-view.ts";
import { draftAddress } from "../places.ts";
import { savedMeanwhile, saveEdit } from "../save-text.ts";
import { readSent } from "../sent.ts";
import { type TitleState, titlePage } from "./title-page.ts";

/** The page of a draft's title. */
export function createTitleRoutes({ store }: Services, sendPage: SendPage): Route[] {
  async function show(request: Request, response: Response, state?: TitleState): Promise<void> {
    const draft = await openDraft(store, request, response);
    const asKept = { typed: draft.stored.state.title, problems: [], conflict: null };
    const { head, model } = titlePage(draft, state ?? asKept);
    sendPage(response, "workspace/title", head, model);
  }

  /** Shows both titles: the one that somebody else gave meanwhile, and the one that was typed. */
  async function showConflict(request: Request, response: Response, typed: string): Promise<void> {
    const { language, stored } = await openDraft(store, request, response);
    const place = messages(language)("drafts.new.field.title");
    const kept = stored.state.title;
    const differences = kept === typed ? [] : [{ place, kept, entered: typed }];
    const conflict = conflictOf(language, await lastSavedBy(store, stored.id), differences);
    response.status(409);
    await show(request, response, { typed, problems: [], conflict });
  }

  const rename: RequestHandler = async (request, response) => {
    const draft = await openDraft(store, request, response);
    const form: URLSearchParams = request.body;
    const title = line(form.get("title"));
    const problems = problemsOfTitle(title);
    if (problems.length > 0) {
      response.status(422);
      return show(request, response, { typed: title, problems, conflict: null });
    }
    try {
      await saveEdit(store, draft.stored, { ...readSent(form), by: reader(response) }, { title });
    } catch (error) {
      savedMeanwhile(error);
      return showConflict(request, response, title);
    }
    response.redirect(303, draftAddress(draft.language, draft.stored.id));
  };

  const path = "/:language/workspace/:draft/title";
  return [
    { method: "get", path, action: "draft.save", handle: (request, response) => show(request, response) },
    { method: "post", path, action: "draft.save", body: "form", handle: rename },
  ];
}
