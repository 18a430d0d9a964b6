import type { Request, RequestHandler, Response } from "express";
import { reader } from "../../chamber/reader.ts";
import type { Route } from "../../http/route.ts";
import { messages } from "../../language/messages.ts";
import type { SendPage } from "../../pages/page.ts";
import type { Services } from "../../services.ts";
import { withValueAt } from "../editor/document/at-pointer.ts";
import type { Fields } from "../editor/document/fields.ts";
import { type PartName, placeOf, withPart } from "../editor/document/part.ts";
import { lastSavedBy } from "../last-saved-by.ts";
import { type OpenDraft, openDraft } from "../open-draft.ts";
import { draftAddress, partAddress } from "../places.ts";
import { savedMeanwhile, saveText } from "../save-text.ts";
import { readSent } from "../sent.ts";
import { changeSection } from "./change-section.ts";
import { conflictView } from "./conflict-view.ts";
import { partNamed, sectionOf } from "./part-named.ts";
import { asSaved, type PartState, partPage } from "./part-page.ts";
import { readPart } from "./read-part.ts";
import { sectionPage, untouched } from "./section-page.ts";

/** The pages of sections and parts, and what their forms change. */
export function createPartRoutes({ store, rules, today }: Services, sendPage: SendPage): Route[] {
  async function show(response: Response, draft: OpenDraft, name: PartName, state: PartState): Promise<void> {
    const year = Number(today().slice(0, 4));
    const { head, model } = await partPage(draft, name, rules, year, state);
    sendPage(response, "workspace/part", head, model);
  }

  async function save(response: Response, draft: OpenDraft, document: Fields, form: URLSearchParams): Promise<void> {
    await saveText(store, draft.stored, { ...readSent(form), by: reader(response), document });
  }

  /** Shows both sides: as somebody else saved the part meanwhile, and as it was entered; a new save settles it. */
  async function showConflict(request: Request, response: Response, name: PartName, entered: Fields): Promise<void> {
    const draft = await openDraft(store, request, response);
    const conflict = conflictView(draft, name, entered, await lastSavedBy(store, draft.stored.id));
    response.status(409);
    await show(response, draft, name, { entered, saved: false, conflict });
  }

  async function answerPart(request: Request, response: Response, draft: OpenDraft, name: PartName): Promise<void> {
    const form: URLSearchParams = request.body;
    const { value, act } = readPart(draft.document, name, form);
    if (act) return show(response, draft, name, { ...asSaved, entered: value });
    const isLeftOut = form.get("do") === "leave-out" && name.section.shape === "optional";
    const document = isLeftOut
      ? withValueAt(draft.document, name.section.pointer, undefined)
      : withPart(draft.document, name, value);
    try {
      await save(response, draft, document, form);
    } catch (error) {
      savedMeanwhile(error);
      return showConflict(request, response, name, value);
    }
    response.redirect(303, `${partAddress(draft.language, draft.stored.id, name)}?saved`);
  }

  const isSaved = ({ originalUrl }: Request): boolean => originalUrl.endsWith("?saved");

  const openSection: RequestHandler = async (request, response) => {
    const draft = await openDraft(store, request, response);
    const section = sectionOf(request);
    if (section.shape !== "list" && section.shape !== "fixed") {
      return show(response, draft, { section, part: null }, { ...asSaved, saved: isSaved(request) });
    }
    const { head, model } = await sectionPage(draft, section);
    sendPage(response, "workspace/section", head, model);
  };

  const answerSection: RequestHandler = async (request, response) => {
    const draft = await openDraft(store, request, response);
    const section = sectionOf(request);
    if (section.shape !== "list") return answerPart(request, response, draft, { section, part: null });
    const changed = changeSection(draft, section, request.body);
    if (changed.refused) {
      const { head, model } = await sectionPage(draft, section, changed.refused);
      response.status(422);
      return sendPage(response, "workspace/section", head, model);
    }
    try {
      await save(response, draft, changed.document, request.body);
    } catch (error) {
      savedMeanwhile(error);
      const by = await lastSavedBy(store, draft.stored.id);
      const { head, model } = await sectionPage(await openDraft(store, request, response), section, {
        ...untouched,
        typed: request.body,
        errors: [{ href: "#parts", place: null, message: conflictView(draft, { section, part: null }, {}, by).text }],
      });
      response.status(409);
      return sendPage(response, "workspace/section", head, model);
    }
    response.redirect(303, changed.next);
  };

  const openPart: RequestHandler = async (request, response) => {
    const draft = await openDraft(store, request, response);
    await show(response, draft, partNamed(request, draft.document), { ...asSaved, saved: isSaved(request) });
  };

  /** Somebody else retired the part meanwhile: what was entered for it is shown, not lost. */
  async function showRetired(
    response: Response,
    draft: OpenDraft,
    name: PartName,
    form: URLSearchParams,
  ): Promise<void> {
    const message = messages(draft.language)("editor.conflict.retired", {
      name: await lastSavedBy(store, draft.stored.id),
    });
    const { head, model } = await sectionPage(draft, name.section, {
      ...untouched,
      errors: [{ href: "#entered", place: null, message }],
      entered: JSON.stringify(readPart(draft.document, name, form).value, null, 2),
    });
    response.status(409);
    sendPage(response, "workspace/section", head, model);
  }

  const savePart: RequestHandler = async (request, response) => {
    const draft = await openDraft(store, request, response);
    const name = { section: sectionOf(request), part: request.params.part as string };
    const isRetired = name.section.shape === "list" && placeOf(draft.document, name) < 0;
    if (isRetired && readSent(request.body).from < draft.stored.version) {
      return showRetired(response, draft, name, request.body);
    }
    await answerPart(request, response, draft, partNamed(request, draft.document));
  };

  const toDraft: RequestHandler = ({ params }, response) =>
    response.redirect(303, draftAddress(response.locals.language, params.draft as string));

  const edit = "/:language/workspace/:draft/edit";
  return [
    { method: "get", path: edit, action: "draft.read", handle: toDraft },
    { method: "get", path: `${edit}/:section`, action: "draft.read", handle: openSection },
    { method: "post", path: `${edit}/:section`, action: "draft.save", body: "form", handle: answerSection },
    { method: "get", path: `${edit}/:section/:part`, action: "draft.read", handle: openPart },
    { method: "post", path: `${edit}/:section/:part`, action: "draft.save", body: "form", handle: savePart },
  ];
}
