import type { Request, Response } from "express";
import type { Problem } from "../../../engine/index.ts";
import { HttpError } from "../../http/http-error.ts";
import type { SendPage } from "../../pages/page.ts";
import { caseId } from "../../recording/ids.ts";
import { writeDay } from "../../report-check/typed-values.ts";
import type { Services } from "../../services.ts";
import { signedInOf } from "../../sessions/signed-in.ts";
import type { CaseRecord, Stored } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import { findPlace, type Place, param } from "../places.ts";
import { casePage, type ShownCase } from "./case-page.ts";

/** The case that the address names. */
export async function findCase(
  store: Store,
  { chamber, year }: Pick<Place, "chamber" | "year">,
  request: Request,
): Promise<Stored<CaseRecord>> {
  const kept = await store.case(caseId(chamber.id, year, param(request, "consultant")));
  if (!kept) throw new HttpError(404);
  return kept;
}

/** What the reader may do with a case. */
function mayWith(response: Response, whose: { chamber: string; consultant: string }) {
  const may = signedInOf(response)?.may ?? (() => false);
  return {
    readChamber: may("chamber.read", whose),
    correct: may("decision.correct", whose),
    impose: may("sanction.impose", whose),
    attach: may("document.add", whose),
  };
}

/** What came of a form on the page of a case: a problem, or the sanction that met another change. */
export interface CameOf {
  problem?: Problem;
  conflict?: ShownCase["conflict"];
  /** The day that was typed for a sanction. */
  day?: string;
}

/** Shows a case, with what came of one of its forms where it went wrong. */
export async function showCase(
  services: Services,
  sendPage: SendPage,
  request: Request,
  response: Response,
  { problem, conflict, day }: CameOf = {},
): Promise<void> {
  const { store, today } = services;
  const place = await findPlace(services, request);
  const kept = await findCase(store, place, request);
  const [decisions, sanctions, documents] = await Promise.all([
    store.decisionsOn(kept.id),
    store.sanctionsOn(kept.id),
    store.documentsOf(kept.id),
  ]);
  const whose = { chamber: place.chamber.id, consultant: kept.state.consultant };
  const { head, model } = casePage({
    language: response.locals.language,
    place,
    kept,
    decisions,
    sanctions,
    documents,
    may: mayWith(response, whose),
    day: day ?? writeDay(today()),
    problem: problem ?? null,
    conflict: conflict ?? null,
  });
  if (problem) response.status(422);
  if (conflict) response.status(409);
  response.set("Cache-Control", "no-store");
  sendPage(response, "chamber/case", head, model);
}
