import type { Request, RequestHandler, Response } from "express";
import type { Problem } from "../../../engine/index.ts";
import { HttpError } from "../../http/http-error.ts";
import type { Route } from "../../http/route.ts";
import type { PageHead, SendPage } from "../../pages/page.ts";
import type { PublishedRules } from "../../published-rules.ts";
import { readAction } from "../../report-check/action.ts";
import { confirmDecided, decideReport } from "../../report-check/decide-report.ts";
import { firstField } from "../../report-check/report-fields.ts";
import { readTypedReport, type TypedReport, withoutRow } from "../../report-check/typed-report.ts";
import type { Services } from "../../services.ts";
import type { Fields } from "../editor/document/fields.ts";
import { type OpenDraft, openDraft } from "../open-draft.ts";
import { examplesAddress } from "../places.ts";
import { draftRules } from "./draft-rules.ts";
import { readName } from "./example-name.ts";
import { type DecidedExample, type TakePage, type TakeState, takeExample } from "./take-example.ts";

/** What was typed of a case: it becomes one once the engine accepts it. */
type Given = Record<string, unknown>;

/** How the entering of an example stands. */
export interface EntryState extends TakeState {
  typed: TypedReport;
  rules: PublishedRules;
  /** What was sent; nothing where the page is opened. */
  form: URLSearchParams;
  problems?: readonly Problem[];
  focus?: string;
}

/** An example that is being entered: a new one, or one of the draft that is changed. */
export interface Entry {
  /** What stands in the form at first. */
  first: TypedReport;
  /** Whether it is decided as soon as the page is opened; a new one is typed before. */
  isDecidedAtOnce: boolean;
  /** Adds to what was typed what the form does not show. */
  complete(given: Given, typed: TypedReport): Given;
  /** What it is called, by what was sent and what was decided. */
  nameOf(form: URLSearchParams, decided: DecidedExample["report"]): DecidedExample["name"];
  template: string;
  page(draft: OpenDraft, state: EntryState): { head: PageHead; model: object };
  put(document: Fields, taken: DecidedExample, form: URLSearchParams): Fields | null;
}

/** Where an example is entered, and which one a request is about. */
export interface EntryPlace {
  path: string;
  /** Null where the draft has no such example. */
  entryOf(draft: OpenDraft, rules: PublishedRules, request: Request): Entry | null;
}

export const nameAsSent = (form: URLSearchParams, { decision }: DecidedExample["report"]) => readName(form, decision);

const KEEPS_BLANK_ROWS = new Set(["add", "remove", "show"]);
const TAKES = new Set(["take", "take-decided"]);

/** The routes of a page on which an example is entered as a report and decided under the draft. */
export function createEntryRoutes(
  { store, rules: book, today }: Services,
  sendPage: SendPage,
  { path, entryOf }: EntryPlace,
): Route[] {
  function show(response: Response, draft: OpenDraft, entry: Entry, state: EntryState): void {
    if (state.problems?.length || state.unread) response.status(422);
    if (state.conflict) response.status(409);
    const { head, model } = entry.page(draft, state);
    sendPage(response, entry.template, head, model);
  }

  type Step = (request: Request, response: Response, draft: OpenDraft, rules: PublishedRules) => unknown;

  /** Hands the draft to a step that needs its rules; while it is not whole, the list says so. */
  const withRules =
    (step: Step): RequestHandler =>
    async (request, response) => {
      const draft = await openDraft(store, request, response);
      const rules = draftRules(draft.stored.state.text, book);
      if (!rules) return response.redirect(303, examplesAddress(draft.language, draft.stored.id));
      await step(request, response, draft, rules);
    };

  function entryFor(draft: OpenDraft, rules: PublishedRules, request: Request): Entry {
    const entry = entryOf(draft, rules, request);
    if (!entry) throw new HttpError(404);
    return entry;
  }

  async function decide(
    entry: Entry,
    rules: PublishedRules,
    typed: TypedReport,
    form: URLSearchParams,
  ): Promise<EntryState> {
    const complete = (given: Given): Given => entry.complete(given, typed);
    const { decided, problems } = decideReport(typed, { inForce: () => rules }, today(), complete);
    if (!decided) return { typed, rules, form, problems };
    await confirmDecided(decided);
    return { typed, rules, form, decided: { report: decided, name: entry.nameOf(form, decided) } };
  }

  /** The page that takes what was typed: after another save, under the draft as it is then. */
  const pageOf = (request: Request, entry: Entry, typed: TypedReport): TakePage<EntryState> => ({
    show: (response, draft, state) => show(response, draft, entryOf(draft, state.rules, request) ?? entry, state),
    stateOf: async (draft, form) => {
      const rules = draftRules(draft.stored.state.text, book);
      return rules && decide(entryOf(draft, rules, request) ?? entry, rules, typed, form);
    },
    put: (draft, taken, form) => entry.put(draft.document, taken, form),
  });

  const answer = withRules(async (request, response, draft, rules) => {
    const form: URLSearchParams = request.body;
    const entry = entryFor(draft, rules, request);
    const takes = TAKES.has(form.get("do") ?? "");
    const action = readAction(takes ? "decide" : (form.get("do") ?? undefined));
    const typed = readTypedReport(form, KEEPS_BLANK_ROWS.has(action.do) ? "keep" : "leave-out");
    if (action.do === "show") return show(response, draft, entry, { typed, rules, form });
    if (action.do === "remove") {
      const fewer = withoutRow(typed, action.kind, action.at);
      return show(response, draft, entry, { typed: fewer, rules, form, focus: `add-${action.kind}` });
    }
    if (action.do === "add") {
      const at = typed.rows[action.kind]++;
      return show(response, draft, entry, { typed, rules, form, focus: firstField(action.kind, at) });
    }
    const state = await decide(entry, rules, typed, form);
    if (!takes) return show(response, draft, entry, state);
    await takeExample(store, { request, response, draft }, state, pageOf(request, entry, typed));
  });

  const open = withRules(async (request, response, draft, rules) => {
    const entry = entryFor(draft, rules, request);
    const form = new URLSearchParams();
    const typed = entry.first;
    const state = entry.isDecidedAtOnce ? await decide(entry, rules, typed, form) : { typed, rules, form };
    show(response, draft, entry, state);
  });

  return [
    { method: "get", path, action: "draft.save", handle: open },
    { method: "post", path, action: "draft.save", body: "form", handle: answer },
  ];
}
