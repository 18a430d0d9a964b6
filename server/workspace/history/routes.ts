import type { Request, RequestHandler, Response } from "express";
import { writeRuleSet } from "../../adoption/rule-set-text.ts";
import { reader } from "../../chamber/reader.ts";
import { HttpError } from "../../http/http-error.ts";
import type { Route } from "../../http/route.ts";
import { messages } from "../../language/messages.ts";
import type { SendPage } from "../../pages/page.ts";
import type { Services } from "../../services.ts";
import type { Draft } from "../../store/records.ts";
import type { Fields } from "../editor/document/fields.ts";
import { readDraft } from "../editor/document/read-draft.ts";
import { lastSavedBy } from "../last-saved-by.ts";
import { type OpenDraft, openDraft } from "../open-draft.ts";
import { type ConflictView, conflictOf } from "../parts/conflict-view.ts";
import { historyAddress } from "../places.ts";
import { savedMeanwhile, saveEdit } from "../save-text.ts";
import { readSent } from "../sent.ts";
import { differencesOfText } from "./changed-parts.ts";
import { historyPage } from "./history-page.ts";
import { draftAfter, savesOf } from "./saves.ts";

/** An earlier state of a draft that is to be put back, and its text read. */
interface Earlier {
  state: Draft;
  document: Fields;
}

/** The saves of a draft, each of which can be put back. */
export function createHistoryRoutes({ store }: Services, sendPage: SendPage): Route[] {
  async function show(response: Response, draft: OpenDraft, conflict: ConflictView | null): Promise<void> {
    const { head, model } = historyPage(draft, await savesOf(store, draft.stored.id), conflict);
    sendPage(response, "workspace/history", head, model);
  }

  /** Shows both sides: what somebody else saved meanwhile, and what would have been put back. */
  async function showConflict(request: Request, response: Response, { state, document }: Earlier): Promise<void> {
    const draft = await openDraft(store, request, response);
    const { language, stored } = draft;
    const say = messages(language);
    const titles = { place: say("drafts.new.field.title"), kept: stored.state.title, entered: state.title };
    const differences = [...(titles.kept === titles.entered ? [] : [titles]), ...differencesOfText(draft, document)];
    const conflict = conflictOf(language, await lastSavedBy(store, stored.id), differences);
    response.status(409);
    await show(response, draft, { ...conflict, goOn: say("history.conflict.go-on") });
  }

  async function earlierOf(draft: OpenDraft, form: URLSearchParams): Promise<Earlier & { seq: number }> {
    const seq = Number(form.get("seq") ?? "");
    const state = Number.isInteger(seq) ? await draftAfter(store, draft.stored.id, seq) : null;
    const document = state && readDraft(state.text).document;
    if (!state || !document) throw new HttpError(404);
    return { seq, state, document };
  }

  const list: RequestHandler = async (request, response) =>
    show(response, await openDraft(store, request, response), null);

  const restore: RequestHandler = async (request, response) => {
    const draft = await openDraft(store, request, response);
    const form: URLSearchParams = request.body;
    const earlier = await earlierOf(draft, form);
    const { seq, state, document } = earlier;
    const saving = { ...readSent(form), by: reader(response), reason: `undo: ${seq}` };
    try {
      await saveEdit(store, draft.stored, saving, { title: state.title, text: writeRuleSet(document) });
    } catch (error) {
      savedMeanwhile(error);
      return showConflict(request, response, earlier);
    }
    response.redirect(303, historyAddress(draft.language, draft.stored.id));
  };

  const path = "/:language/workspace/:draft/history";
  return [
    { method: "get", path, action: "draft.read", handle: list },
    { method: "post", path, action: "draft.save", body: "form", handle: restore },
  ];
}
