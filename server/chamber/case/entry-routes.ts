import type { Request, RequestHandler, Response } from "express";
import type { Route } from "../../http/route.ts";
import type { SendPage } from "../../pages/page.ts";
import { reportOfCase } from "../../report-check/report-of-case.ts";
import type { Services } from "../../services.ts";
import { caseAddress, findPlace, param } from "../places.ts";
import { reader } from "../reader.ts";
import { chooseConsultant } from "./choose-consultant.ts";
import { correctedBy, type Entry } from "./entry.ts";
import { entryPage } from "./entry-page.ts";
import { nextStep } from "./entry-steps.ts";
import { findEntry } from "./find-entry.ts";
import type { FormState } from "./form-state.ts";
import { unlessNotConfirmed } from "./not-confirmed.ts";
import { newSubmission, readSentForm } from "./sent-form.ts";

/** The form as it is first shown: filled in from the case or the register, with a row for an activity. */
function firstForm({ base, rules, kept }: Entry, today: string): FormState {
  const typed = reportOfCase(base, today, rules.ruleSet);
  if (typed.rows.activities === 0) typed.rows.activities = 1;
  return { typed, from: kept?.version ?? 0, submission: newSubmission(), reason: "" };
}

/** The pages on which a case is entered or corrected, seen decided, and recorded. */
export function createEntryRoutes(services: Services, sendPage: SendPage): Route[] {
  const { today } = services;

  function show(response: Response, entry: Entry, state: FormState): void {
    if (state.problems?.length) response.status(422);
    if (state.conflict) response.status(409);
    response.set("Cache-Control", "no-store");
    const { head, model } = entryPage(response.locals.language, entry, state);
    sendPage(response, "chamber/entry", head, model);
  }

  const take = (consultantOf: (request: Request) => string): RequestHandler =>
    unlessNotConfirmed(sendPage, async (request, response) => {
      const entry = await findEntry(services, await findPlace(services, request), consultantOf(request));
      const sent = readSentForm(request.body);
      sent.typed.fields.set("/reportingYear", String(entry.year));
      const step = await nextStep(services, reader(response), entry, sent);
      if ("state" in step) return show(response, step.entry, step.state);
      const { chamber, year, consultant } = entry;
      const address = caseAddress(response.locals.language, chamber.id, year, consultant.id);
      response.redirect(303, `${address}/decisions/${step.recorded.number}`);
    });

  const start: RequestHandler = async (request, response) => {
    const place = await findPlace(services, request);
    const chosen = request.query.consultant;
    if (typeof chosen !== "string") return chooseConsultant(services, sendPage, place, request, response);
    const entry = await findEntry(services, place, chosen);
    if (correctedBy(entry) === null) return show(response, entry, firstForm(entry, today()));
    response.redirect(303, caseAddress(response.locals.language, place.chamber.id, place.year, chosen));
  };

  const correct: RequestHandler = async (request, response) => {
    const entry = await findEntry(services, await findPlace(services, request), param(request, "consultant"));
    show(response, entry, firstForm(entry, today()));
  };

  const year = "/:language/chambers/:chamber/:year";
  const begin = { path: `${year}/new`, action: "decision.record" } as const;
  const change = { path: `${year}/:consultant/correct`, action: "decision.correct" } as const;
  return [
    { ...begin, method: "get", handle: start },
    { ...begin, method: "post", body: "form", handle: take(({ query }) => String(query.consultant)) },
    { ...change, method: "get", handle: correct },
    { ...change, method: "post", body: "form", handle: take((request) => param(request, "consultant")) },
  ];
}
