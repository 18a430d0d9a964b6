import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Request, RequestHandler, Response } from "express";
import { problem } from "../../../engine/reading/problem.ts";
import { withoutMark } from "../../case-files/byte-order-mark.ts";
import { reader } from "../../chamber/reader.ts";
import type { Route } from "../../http/route.ts";
import { messages } from "../../language/messages.ts";
import type { SendPage } from "../../pages/page.ts";
import { PROJECT_ROOT } from "../../project-root.ts";
import type { Services } from "../../services.ts";
import { readDraft } from "../editor/document/read-draft.ts";
import { inSchemaOrder } from "../editor/document/schema-order.ts";
import { lastSavedBy } from "../last-saved-by.ts";
import { openDraft } from "../open-draft.ts";
import { jsonAddress } from "../places.ts";
import { savedMeanwhile, saveText } from "../save-text.ts";
import { readSent } from "../sent.ts";
import { asSavedJson, type JsonState, jsonPage } from "./json-page.ts";

/** The draft's year and revision are stamped by the procedure: whatever an uploaded text says, they stay. */
const OWN = ["effectiveYear", "revision"] as const;

/** The published schema of rule sets: drafts name it, so that other programs can check them while they are written. */
const SCHEMA = readFileSync(join(PROJECT_ROOT, "rules", "rule-set.schema.json"), "utf8");

/** The page of a draft's JSON. */
export function createJsonRoutes({ store }: Services, sendPage: SendPage): Route[] {
  async function show(request: Request, response: Response, state: JsonState = asSavedJson): Promise<void> {
    const { head, model } = await jsonPage(await openDraft(store, request, response), state);
    sendPage(response, "workspace/json", head, model);
  }

  const open: RequestHandler = (request, response) =>
    show(request, response, { ...asSavedJson, saved: request.originalUrl.endsWith("?saved") });

  async function save(request: Request, response: Response, entered: string): Promise<void> {
    const draft = await openDraft(store, request, response);
    const { document, problems } = readDraft(entered);
    if (!document) {
      response.status(422);
      return show(request, response, { ...asSavedJson, entered, refused: problems });
    }
    const stamped = Object.fromEntries(OWN.map((key) => [key, draft.document[key]]));
    try {
      const saving = {
        ...readSent(request.body),
        by: reader(response),
        document: inSchemaOrder({ ...document, ...stamped }),
      };
      await saveText(store, draft.stored, saving);
    } catch (error) {
      const kept = savedMeanwhile(error).state.text;
      const text = messages(draft.language)("editor.conflict.text", {
        name: await lastSavedBy(store, draft.stored.id),
      });
      response.status(409);
      return show(request, response, { ...asSavedJson, entered, conflict: { text, kept } });
    }
    response.redirect(303, `${jsonAddress(draft.language, draft.stored.id)}?saved`);
  }

  const edit: RequestHandler = (request, response) => save(request, response, request.body.get("text") ?? "");

  const upload: RequestHandler = async (request, response) => {
    const { file } = request;
    if (file) return save(request, response, withoutMark(file.buffer.toString("utf8")));
    response.status(422);
    await show(request, response, { ...asSavedJson, refused: [problem("empty", "/file")] });
  };

  const download: RequestHandler = async (request, response) => {
    const { stored } = await openDraft(store, request, response);
    response
      .set("Cache-Control", "no-store")
      .attachment("rule-set.json")
      .type("application/json")
      .send(stored.state.text);
  };

  const schema: RequestHandler = (_request, response) => {
    response.attachment("rule-set.schema.json").type("application/json").send(SCHEMA);
  };

  const path = "/:language/workspace/:draft/json";
  return [
    { method: "get", path, action: "draft.read", handle: open },
    { method: "post", path, action: "draft.save", body: "form", handle: edit },
    { method: "get", path: `${path}/download`, action: "draft.read", handle: download },
    { method: "get", path: `${path}/schema`, action: "draft.read", handle: schema },
    { method: "post", path: `${path}/upload`, action: "draft.save", body: "upload", handle: upload },
  ];
}
