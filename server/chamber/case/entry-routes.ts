import type { Request, RequestHandler, Response } from "express";
import type { Action } from "../../authorisation/actions.ts";
import type { Route } from "../../http/route.ts";
import type { SendPage } from "../../pages/page.ts";
import { listedForms } from "../../report-check/decide-report.ts";
import { ROW_FIELDS } from "../../report-check/report-fields.ts";
import { reportOfCase } from "../../report-check/report-of-case.ts";
import { type TypedReport, withoutRow } from "../../report-check/typed-report.ts";
import type { Services } from "../../services.ts";
import { actorOf } from "../../sessions/actor-of.ts";
import { signedInOf } from "../../sessions/signed-in.ts";
import { caseAddress, findPlace, param } from "../places.ts";
import { chooseConsultant } from "./choose-consultant.ts";
import { decideEntry } from "./decide-entry.ts";
import { correctedBy, type Entry } from "./entry.ts";
import { entryPage } from "./entry-page.ts";
import { findEntry } from "./find-entry.ts";
import { type FormState, markOf } from "./form-state.ts";
import { unlessNotConfirmed } from "./not-confirmed.ts";
import { recordEntry } from "./record-entry.ts";
import { newSubmission, readSentForm, type SentForm } from "./sent-form.ts";

/** The form as it is first shown: filled in from the case or the register, with a row for an activity. */
function firstForm({ base, rules, kept }: Entry, today: string): FormState {
  const typed = reportOfCase(base, today, listedForms(rules));
  if (typed.rows.activities === 0) typed.rows.activities = 1;
  return { typed, from: kept?.version ?? 0, submission: newSubmission(), reason: "" };
}

/** The form with a row more or less; null where something else is asked for. */
function withOtherRows({ typed, do: action }: SentForm): { typed: TypedReport; focus?: string } | null {
  if (action.do === "show") return { typed };
  if (action.do === "remove") return { typed: withoutRow(typed, action.kind, action.at), focus: `add-${action.kind}` };
  if (action.do !== "add") return null;
  const at = typed.rows[action.kind]++;
  return { typed, focus: `/${action.kind}/${at}/${ROW_FIELDS[action.kind][0]?.path}` };
}

/** The pages on which a case is entered or corrected, seen decided, and recorded. */
export function createEntryRoutes(services: Services, sendPage: SendPage): Route[] {
  const { store, today } = services;

  function show(response: Response, entry: Entry, state: FormState): void {
    if (state.problems?.length) response.status(422);
    if (state.conflict) response.status(409);
    response.set("Cache-Control", "no-store");
    const { head, model } = entryPage(response.locals.language, entry, state);
    sendPage(response, "chamber/entry", head, model);
  }

  /** Shows both sides, and what was entered as a correction of what was kept meanwhile. */
  async function showConflict(
    response: Response,
    entry: Entry,
    sent: SentForm,
    conflict: NonNullable<FormState["conflict"]>,
  ): Promise<void> {
    const { kept } = conflict;
    const renewed: Entry = { ...entry, kept, base: kept.state.content };
    const { decided, problems } = await decideEntry(services, renewed, sent.typed);
    const { typed, reason } = sent;
    show(response, renewed, {
      typed,
      reason,
      from: kept.version,
      submission: newSubmission(),
      decided,
      problems: problems ?? [],
      conflict,
    });
  }

  async function record(response: Response, entry: Entry, sent: SentForm): Promise<void> {
    const { typed, from, submission, reason } = sent;
    const state: FormState = { typed, from, submission, reason };
    const { decided, problems } = await decideEntry(services, entry, typed);
    if (!decided) return show(response, entry, { ...state, problems });
    const recording = sent.do.do === "record";
    const changed = recording && sent.seen !== markOf(decided);
    if (!recording || changed) return show(response, entry, { ...state, decided, changed });
    const account = signedInOf(response)?.account;
    if (!account) throw new Error("a decision is recorded by somebody");
    const outcome = await recordEntry(services, actorOf(account), entry, sent, decided);
    if ("conflict" in outcome) return showConflict(response, entry, sent, outcome.conflict);
    if ("problems" in outcome) return show(response, entry, { ...state, decided, problems: outcome.problems });
    const { chamber, year, consultant } = entry;
    response.redirect(
      303,
      `${caseAddress(response.locals.language, chamber.id, year, consultant.id)}/decisions/${outcome.recorded.number}`,
    );
  }

  const take = (consultantOf: (request: Request) => string): RequestHandler =>
    unlessNotConfirmed(sendPage, async (request, response) => {
      const entry = await findEntry(store, await findPlace(services, request), consultantOf(request));
      const sent = readSentForm(request.body);
      sent.typed.fields.set("/reportingYear", String(entry.year));
      const other = withOtherRows(sent);
      const { from, submission, reason } = sent;
      if (other) return show(response, entry, { ...other, from, submission, reason });
      await record(response, entry, sent);
    });

  const start: RequestHandler = async (request, response) => {
    const place = await findPlace(services, request);
    const chosen = request.query.consultant;
    if (typeof chosen !== "string") return chooseConsultant(services, sendPage, place, request, response);
    const entry = await findEntry(store, place, chosen);
    if (correctedBy(entry) === null) return show(response, entry, firstForm(entry, today()));
    response.redirect(303, caseAddress(response.locals.language, place.chamber.id, place.year, chosen));
  };

  const correct: RequestHandler = async (request, response) => {
    const entry = await findEntry(store, await findPlace(services, request), param(request, "consultant"));
    show(response, entry, firstForm(entry, today()));
  };

  const year = "/:language/chambers/:chamber/:year";
  const entering: Action = "decision.record";
  return [
    { method: "get", path: `${year}/new`, action: entering, handle: start },
    {
      method: "post",
      path: `${year}/new`,
      action: entering,
      body: "form",
      handle: take(({ query }) => String(query.consultant)),
    },
    { method: "get", path: `${year}/:consultant/correct`, action: "decision.correct", handle: correct },
    {
      method: "post",
      path: `${year}/:consultant/correct`,
      action: "decision.correct",
      body: "form",
      handle: take((request) => param(request, "consultant")),
    },
  ];
}
