import type { RequestHandler } from "express";
import { CaseError } from "../../../engine/index.ts";
import { HttpError } from "../../http/http-error.ts";
import type { Route } from "../../http/route.ts";
import { sendStream } from "../../http/send-stream.ts";
import type { SendPage } from "../../pages/page.ts";
import { documentId } from "../../recording/ids.ts";
import type { Services } from "../../services.ts";
import { readSentForm } from "../case/sent-form.ts";
import { findCase, showCase } from "../case/show-case.ts";
import { caseAddress, findPlace, param } from "../places.ts";
import { reader } from "../reader.ts";
import { attachDocument } from "./attach-document.ts";

/** The documents of a case: attached, and downloaded, never shown by the browser in the place of a page. */
export function createDocumentRoutes(services: Services, sendPage: SendPage): Route[] {
  const { store } = services;

  const attach: RequestHandler = async (request, response) => {
    const { chamber, year } = await findPlace(services, request);
    const kept = await findCase(store, { chamber, year }, request);
    const file = { name: request.file?.originalname ?? "", content: request.file?.buffer ?? Buffer.alloc(0) };
    try {
      await attachDocument(store, reader(response), kept.id, file, readSentForm(request.body).submission);
    } catch (error) {
      const problem = error instanceof CaseError ? error.problems[0] : undefined;
      if (!problem) throw error;
      return showCase(services, sendPage, request, response, { problem });
    }
    response.redirect(
      303,
      `${caseAddress(response.locals.language, chamber.id, year, kept.state.consultant)}#documents`,
    );
  };

  const download: RequestHandler = async (request, response) => {
    const kept = await findCase(store, await findPlace(services, request), request);
    const id = documentId(kept.id, param(request, "document"));
    const found = (await store.documentsOf(kept.id)).find((document) => document.id === id);
    const content = found && (await store.document(found.state.sha256));
    if (!content) throw new HttpError(404);
    response.set({ "Cache-Control": "no-store", "Content-Length": String(found.state.bytes) });
    response.attachment(found.state.name).type(found.state.mediaType);
    await sendStream(response, content);
  };

  const path = "/:language/chambers/:chamber/:year/:consultant/documents";
  return [
    { method: "post", path, action: "document.add", body: "upload", handle: attach },
    { method: "get", path: `${path}/:document`, action: "document.read", handle: download },
  ];
}
