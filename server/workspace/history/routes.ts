import type { RequestHandler } from "express";
import { reader } from "../../chamber/reader.ts";
import { HttpError } from "../../http/http-error.ts";
import type { Route } from "../../http/route.ts";
import { formatInstant } from "../../language/instants.ts";
import { messages } from "../../language/messages.ts";
import type { SendPage } from "../../pages/page.ts";
import type { Services } from "../../services.ts";
import { readDraft } from "../editor/document/read-draft.ts";
import { draftHead, type OpenDraft, openDraft } from "../open-draft.ts";
import { historyAddress } from "../places.ts";
import { saveText } from "../save-text.ts";
import { newSubmission, readSent } from "../sent.ts";
import { changedSections } from "./changed-parts.ts";
import { type Save, savesOf, textAfter } from "./saves.ts";

function saveLine({ language, stored, mayChange }: OpenDraft, save: Save, before: Save | undefined) {
  const isNow = save.text === stored.state.text;
  return {
    seq: String(save.seq),
    when: formatInstant(language, save.at),
    by: save.by,
    changed: before
      ? changedSections(language, before.text, save.text).join(", ")
      : messages(language)("history.begun"),
    reason: save.reason,
    isNow,
    mayRestore: mayChange && !isNow,
  };
}

/** The saves of a draft, each of which can be put back. */
export function createHistoryRoutes({ store }: Services, sendPage: SendPage): Route[] {
  const list: RequestHandler = async (request, response) => {
    const draft = await openDraft(store, request, response);
    const title = messages(draft.language)("history.title");
    const saves = await savesOf(store, draft.stored.id);
    sendPage(
      response,
      "workspace/history",
      { title, section: "workspace" },
      {
        ...draftHead(draft),
        heading: title,
        action: historyAddress(draft.language, draft.stored.id),
        submission: newSubmission(),
        saves: saves.map((save, at) => saveLine(draft, save, saves[at + 1])),
      },
    );
  };

  const restore: RequestHandler = async (request, response) => {
    const draft = await openDraft(store, request, response);
    const form: URLSearchParams = request.body;
    const seq = Number(form.get("seq") ?? "");
    const text = Number.isInteger(seq) ? await textAfter(store, draft.stored.id, seq) : null;
    const document = text === null ? null : readDraft(text).document;
    if (!document) throw new HttpError(404);
    const reason = `undo: ${seq}`;
    await saveText(store, draft.stored, { ...readSent(form), by: reader(response), document, reason });
    response.redirect(303, historyAddress(draft.language, draft.stored.id));
  };

  const path = "/:language/workspace/:draft/history";
  return [
    { method: "get", path, action: "draft.read", handle: list },
    { method: "post", path, action: "draft.save", body: "form", handle: restore },
  ];
}
