import type { Request, RequestHandler, Response } from "express";
import { reader } from "../../chamber/reader.ts";
import { HttpError } from "../../http/http-error.ts";
import type { Route } from "../../http/route.ts";
import type { SendPage } from "../../pages/page.ts";
import type { Services } from "../../services.ts";
import type { Fields } from "../editor/document/fields.ts";
import { type OpenDraft, openDraft } from "../open-draft.ts";
import { examplesAddress } from "../places.ts";
import { savedMeanwhile, saveText } from "../save-text.ts";
import { readSent } from "../sent.ts";
import { removeExample, renewExample } from "./change-examples.ts";
import { conflictText } from "./conflict-text.ts";
import { draftRules } from "./draft-rules.ts";
import { createEditExampleRoutes } from "./edit-routes.ts";
import { examplePage } from "./example-page.ts";
import { listPage } from "./list-page.ts";
import { createNewExampleRoutes } from "./new-routes.ts";
import { createRecordedExampleRoutes } from "./recorded-routes.ts";
import { tryCase } from "./try-case.ts";

/** The examples of a draft: what is expected, and what the draft decides. Fixed addresses stand before an example's. */
export function createExamplesRoutes(services: Services, sendPage: SendPage): Route[] {
  const { store, rules: book } = services;

  const list: RequestHandler = async (request, response) => {
    const draft = await openDraft(store, request, response);
    const { head, model } = listPage(draft, request.originalUrl.endsWith("?saved"));
    sendPage(response, "workspace/examples", head, model);
  };

  /** An example of the draft, and what the draft makes of it. */
  async function exampleOf({ stored }: OpenDraft, { params }: Request) {
    const rules = draftRules(stored.state.text, book);
    const example = rules?.ruleSet.examples.find(({ id }) => id === params.example);
    if (!rules || !example) throw new HttpError(404);
    return { ruleSet: rules.ruleSet, example, tried: await tryCase(rules, example) };
  }

  async function show(request: Request, response: Response, conflict: string | null): Promise<void> {
    const draft = await openDraft(store, request, response);
    const { ruleSet, example, tried } = await exampleOf(draft, request);
    const { head, model } = examplePage(draft, ruleSet, example, tried, conflict);
    sendPage(response, "workspace/example", head, model);
  }

  const open: RequestHandler = (request, response) => show(request, response, null);

  async function changed(draft: OpenDraft, request: Request): Promise<Fields | null> {
    const { example, tried } = await exampleOf(draft, request);
    const asked = request.body.get("do");
    if (asked === "remove") return removeExample(draft.document, example.id);
    return asked === "renew" && tried.decided ? renewExample(draft.document, example.id, tried.decided.decision) : null;
  }

  const change: RequestHandler = async (request, response) => {
    const draft = await openDraft(store, request, response);
    const document = await changed(draft, request);
    if (!document) return show(request, response, null);
    try {
      await saveText(store, draft.stored, { ...readSent(request.body), by: reader(response), document });
    } catch (error) {
      savedMeanwhile(error);
      response.status(409);
      return show(request, response, await conflictText(store, draft));
    }
    response.redirect(303, `${examplesAddress(draft.language, draft.stored.id)}?saved`);
  };

  const path = "/:language/workspace/:draft/examples";
  return [
    { method: "get", path, action: "draft.read", handle: list },
    ...createNewExampleRoutes(services, sendPage),
    ...createRecordedExampleRoutes(services, sendPage),
    ...createEditExampleRoutes(services, sendPage),
    { method: "get", path: `${path}/:example`, action: "draft.read", handle: open },
    { method: "post", path: `${path}/:example`, action: "draft.save", body: "form", handle: change },
  ];
}
