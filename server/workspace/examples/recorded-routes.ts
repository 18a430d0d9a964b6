import type { Request, RequestHandler, Response } from "express";
import type { Route } from "../../http/route.ts";
import type { SendPage } from "../../pages/page.ts";
import type { Services } from "../../services.ts";
import { type OpenDraft, openDraft } from "../open-draft.ts";
import { examplesAddress } from "../places.ts";
import { addExample } from "./change-examples.ts";
import { draftRules } from "./draft-rules.ts";
import { readName } from "./example-name.ts";
import { namelessCase, readWanted } from "./recorded-case.ts";
import { type RecordedState, recordedPage } from "./recorded-page.ts";
import { type TakePage, takeExample } from "./take-example.ts";
import { tryCase } from "./try-case.ts";

type Next = (request: Request, response: Response, draft: OpenDraft, state: RecordedState) => unknown;

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
  async function stateOf({ stored }: OpenDraft, form: URLSearchParams): Promise<RecordedState | null> {
    const rules = draftRules(stored.state.text, book);
    if (!rules) return null;
    const wanted = readWanted(form);
    const chambers = await store.chambers();
    if (!form.has("consultant")) return { chambers, wanted };
    const found = await namelessCase(store, rules, wanted, today());
    if (!found) return { chambers, wanted, notFound: true };
    const { decided, problems } = await tryCase(rules, found);
    if (!decided) return { chambers, wanted, problems };
    return { chambers, wanted, decided: { report: decided, name: readName(form, decided.decision) } };
  }

  const page: TakePage<RecordedState> = {
    show,
    stateOf,
    put: ({ document }, { report, name }) => addExample(document, { ...report, name }),
  };

  const save: Next = (request, response, draft, state) => takeExample(store, { request, response, draft }, state, page);

  const answering =
    (formOf: (request: Request) => URLSearchParams, next: Next): RequestHandler =>
    async (request, response) => {
      const draft = await openDraft(store, request, response);
      const state = await stateOf(draft, formOf(request));
      if (!state) return response.redirect(303, examplesAddress(draft.language, draft.stored.id));
      await next(request, response, draft, state);
    };

  const open = answering(
    ({ originalUrl }) => new URL(originalUrl, "http://qagida").searchParams,
    (_request, response, draft, state) => show(response, draft, state),
  );

  const path = "/:language/workspace/:draft/examples/recorded";
  return [
    { method: "get", path, action: "draft.save", handle: open },
    { method: "post", path, action: "draft.save", body: "form", handle: answering(({ body }) => body, save) },
  ];
}
