import type { RequestHandler } from "express";
import { CaseError } from "../../../engine/index.ts";
import type { Route } from "../../http/route.ts";
import type { SendPage } from "../../pages/page.ts";
import { imposeSanction } from "../../recording/impose-sanction.ts";
import { readDay } from "../../report-check/typed-values.ts";
import type { Services } from "../../services.ts";
import { caseAddress, findPlace } from "../places.ts";
import { reader } from "../reader.ts";
import type { EnteredSanction } from "./impose-conflict-view.ts";
import { keptMeanwhile } from "./kept-meanwhile.ts";
import { readSentForm } from "./sent-form.ts";
import { type CameOf, findCase, showCase } from "./show-case.ts";

/** The page of a case, and the sanction that is imposed on it. */
export function createCaseRoutes(services: Services, sendPage: SendPage): Route[] {
  const { store, today } = services;

  /** What came of a sanction that was not imposed; any other failure is thrown on. */
  async function cameOf(error: unknown, entered: EnteredSanction): Promise<CameOf> {
    const problem = error instanceof CaseError ? error.problems[0] : undefined;
    if (problem) return { problem, day: entered.day };
    const meanwhile = await keptMeanwhile(store, error);
    if (!meanwhile) throw error;
    return { conflict: { entered, meanwhile }, day: entered.day };
  }

  const show: RequestHandler = (request, response) => showCase(services, sendPage, request, response);

  const impose: RequestHandler = async (request, response) => {
    const { chamber, year, rules } = await findPlace(services, request);
    const kept = await findCase(store, { chamber, year }, request);
    const { from, submission } = readSentForm(request.body);
    const day = request.body.get("imposedOn") ?? "";
    const entered = { sanction: request.body.get("sanction") ?? "", day };
    try {
      const imposedOn = readDay(day.trim());
      const toImpose = { case: kept.id, from, submission, imposedOn, rules: rules.ruleSet, today: today() };
      await imposeSanction(store, reader(response), toImpose);
    } catch (error) {
      return showCase(services, sendPage, request, response, await cameOf(error, entered));
    }
    response.redirect(303, caseAddress(response.locals.language, chamber.id, year, kept.state.consultant));
  };

  const path = "/:language/chambers/:chamber/:year/:consultant";
  return [
    { method: "get", path, action: "case.read", handle: show },
    { method: "post", path: `${path}/sanction`, action: "sanction.impose", body: "form", handle: impose },
  ];
}
