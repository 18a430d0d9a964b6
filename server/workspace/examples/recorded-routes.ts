import type { Request, RequestHandler, Response } from "express";
import { reader } from "../../chamber/reader.ts";
import type { Route } from "../../http/route.ts";
import type { SendPage } from "../../pages/page.ts";
import type { Services } from "../../services.ts";
import { type OpenDraft, openDraft } from "../open-draft.ts";
import { examplesAddress } from "../places.ts";
import { savedMeanwhile, saveText } from "../save-text.ts";
import { readSent } from "../sent.ts";
import { addExample } from "./change-examples.ts";
import { conflictText } from "./conflict-text.ts";
import { draftRules } from "./draft-rules.ts";
import { readName } from "./example-name.ts";
import { namelessCase, readWanted } from "./recorded-case.ts";
import { type RecordedState, recordedPage } from "./recorded-page.ts";
import { markOf } from "./tried-decision.ts";
import { tryCase } from "./try-case.ts";

/** The page on which a recorded case becomes an example. Nothing on it, and nothing that is kept, names a person. */
export function createRecordedExampleRoutes({ store, rules: book, today }: Services, sendPage: SendPage): Route[] {
  function show(response: Response, draft: OpenDraft, state: RecordedState): void {
    if (state.notFound || state.problems?.length) response.status(422);
    if (state.conflict) response.status(409);
    response.set("Cache-Control", "no-store");
    const { head, model } = recordedPage(draft, state);
    sendPage(response, "workspace/example-recorded", head, model);
  }

  /** What the draft makes of the case that a form asks for; null while the draft is not whole. */
  async function stateOf({ language, stored }: OpenDraft, form: URLSearchParams): Promise<RecordedState | null> {
    const rules = draftRules(stored.state.text, book);
    if (!rules) return null;
    const wanted = readWanted(form);
    const chambers = await store.chambers();
    if (!form.has("consultant")) return { chambers, wanted };
    const found = await namelessCase(store, language, rules, wanted, today());
    if (!found) return { chambers, wanted, notFound: true };
    const { decided, problems } = await tryCase(rules, found);
    if (!decided) return { chambers, wanted, problems };
    return { chambers, wanted, decided: { report: decided, name: readName(form, decided.decision) } };
  }

  async function showAfterConflict(request: Request, response: Response): Promise<void> {
    const draft = await openDraft(store, request, response);
    const state = await stateOf(draft, request.body);
    if (!state) return response.redirect(303, examplesAddress(draft.language, draft.stored.id));
    show(response, draft, { ...state, conflict: await conflictText(store, draft) });
  }

  async function save(request: Request, response: Response, draft: OpenDraft, state: RecordedState): Promise<void> {
    const form: URLSearchParams = request.body;
    if (!state.decided || form.get("seen") !== markOf(state.decided.report)) {
      return show(response, draft, { ...state, changed: true });
    }
    const { report, name } = state.decided;
    const document = addExample(draft.document, { ...report, name });
    try {
      await saveText(store, draft.stored, { ...readSent(form), by: reader(response), document });
    } catch (error) {
      savedMeanwhile(error);
      return showAfterConflict(request, response);
    }
    response.redirect(303, `${examplesAddress(draft.language, draft.stored.id)}?saved`);
  }

  const answering =
    (formOf: (request: Request) => URLSearchParams, next: typeof save): RequestHandler =>
    async (request, response) => {
      const draft = await openDraft(store, request, response);
      const state = await stateOf(draft, formOf(request));
      if (!state) return response.redirect(303, examplesAddress(draft.language, draft.stored.id));
      await next(request, response, draft, state);
    };

  const open = answering(
    ({ originalUrl }) => new URL(originalUrl, "http://qagida").searchParams,
    async (_request, response, draft, state) => show(response, draft, state),
  );

  const path = "/:language/workspace/:draft/examples/recorded";
  return [
    { method: "get", path, action: "draft.save", handle: open },
    { method: "post", path, action: "draft.save", body: "form", handle: answering(({ body }) => body, save) },
  ];
}
