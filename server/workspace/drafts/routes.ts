import { createHash } from "node:crypto";
import type { RequestHandler } from "express";
import type { Problem } from "../../../engine/index.ts";
import { problem } from "../../../engine/reading/problem.ts";
import { reader } from "../../chamber/reader.ts";
import type { Route } from "../../http/route.ts";
import type { SendPage } from "../../pages/page.ts";
import type { Services } from "../../services.ts";
import { signedInOf } from "../../sessions/signed-in.ts";
import { Conflict } from "../../store/failures.ts";
import { lastChange } from "../../store/last-change.ts";
import { draftAddress } from "../places.ts";
import { readSent } from "../sent.ts";
import { line, problemsOfTitle } from "./draft-title.ts";
import { draftsPage } from "./drafts-page.ts";
import { type Beginning, newDraft } from "./new-draft.ts";
import { EMPTY, newDraftPage } from "./new-draft-page.ts";
import { startingPoints } from "./starting-points.ts";

/** The id of a draft comes of its submission: the same form, sent again, makes no second one. */
const idOf = (submission: string): string => createHash("sha256").update(submission).digest("hex").slice(0, 16);

/** The list of drafts, and the page on which one is begun. */
export function createDraftsRoutes({ store, rules, today }: Services, sendPage: SendPage): Route[] {
  const list: RequestHandler = async (_request, response) => {
    const mayBegin = signedInOf(response)?.may("draft.save") ?? false;
    const drafts = await Promise.all(
      (await store.drafts()).map(async (draft) => ({ draft, changed: await lastChange(store, draft.id) })),
    );
    const { head, model } = draftsPage(response.locals.language, drafts, mayBegin);
    sendPage(response, "workspace/drafts", head, model);
  };

  const open: RequestHandler = async (_request, response) => {
    const sets = await startingPoints(store, rules);
    const { head, model } = newDraftPage(response.locals.language, sets, new URLSearchParams(), []);
    sendPage(response, "workspace/new-draft", head, model);
  };

  async function readBeginning(form: URLSearchParams): Promise<{ beginning: Beginning; problems: Problem[] }> {
    const sets = await startingPoints(store, rules);
    const from = sets.find(({ ruleSet }) => ruleSet === form.get("from")) ?? null;
    const title = line(form.get("title"));
    const correction = line(form.get("correction")) || null;
    return {
      beginning: { title, from, correction },
      problems: [
        ...problemsOfTitle(title),
        ...(from === null && form.get("from") !== EMPTY ? [problem("empty", "/from")] : []),
      ],
    };
  }

  const begin: RequestHandler = async ({ body }, response) => {
    const form: URLSearchParams = body;
    const sets = await startingPoints(store, rules);
    const { beginning, problems } = await readBeginning(form);
    if (problems.length > 0) {
      const { head, model } = newDraftPage(response.locals.language, sets, form, problems);
      response.status(422);
      return sendPage(response, "workspace/new-draft", head, model);
    }
    const by = reader(response);
    const { submission } = readSent(form);
    const id = idOf(submission);
    const state = newDraft(beginning, sets, today(), by);
    try {
      await store.commit({ action: "draft.save", by, submission, records: [{ kind: "draft", id, from: 0, state }] });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
    response.redirect(303, draftAddress(response.locals.language, id));
  };

  return [
    { method: "get", path: "/:language/workspace", action: "draft.read", handle: list },
    { method: "get", path: "/:language/workspace/new", action: "draft.save", handle: open },
    { method: "post", path: "/:language/workspace/new", action: "draft.save", body: "form", handle: begin },
  ];
}
