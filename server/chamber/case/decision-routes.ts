import type { Request, RequestHandler } from "express";
import { HttpError } from "../../http/http-error.ts";
import type { Route } from "../../http/route.ts";
import type { SendPage } from "../../pages/page.ts";
import { decisionId } from "../../recording/ids.ts";
import { recordedRules } from "../../recording/recorded-rules.ts";
import type { Services } from "../../services.ts";
import { signedInOf } from "../../sessions/signed-in.ts";
import type { RecordedDecision } from "../../store/records.ts";
import { findPlace, param } from "../places.ts";
import { decisionPage } from "./decision-page.ts";
import { findCase } from "./show-case.ts";

/** A recorded decision as a page, and its case and itself as files. */
export function createDecisionRoutes(services: Services, sendPage: SendPage): Route[] {
  const { store, rules: book } = services;

  async function find(request: Request) {
    const kept = await findCase(store, await findPlace(services, request), request);
    const number = param(request, "number");
    const found = /^[1-9]\d{0,5}$/.test(number) ? await store.decision(decisionId(kept.id, Number(number))) : null;
    if (!found) throw new HttpError(404);
    return { kept, recorded: found.state };
  }

  const show: RequestHandler = async (request, response) => {
    const { kept, recorded } = await find(request);
    const rules = await recordedRules(store, book, recorded.decision.ruleSet.sha256);
    if (!rules) throw new Error(`the rule set of ${recorded.case}/${recorded.number} is not kept`);
    const readsChamber = signedInOf(response)?.may("chamber.read", { chamber: kept.state.chamber }) ?? false;
    const { head, model } = decisionPage({ language: response.locals.language, recorded, kept, rules, readsChamber });
    response.set("Cache-Control", "no-store");
    sendPage(response, "chamber/decision", head, model);
  };

  const file =
    (content: (recorded: RecordedDecision) => unknown, what: string): RequestHandler =>
    async (request, response) => {
      const { kept, recorded } = await find(request);
      const { reportingYear, consultant } = kept.state;
      const name = `${what}-${consultant}-${reportingYear}-${recorded.number}.json`;
      response.set("Cache-Control", "no-store").attachment(name).json(content(recorded));
    };

  const path = "/:language/chambers/:chamber/:year/:consultant/decisions/:number";
  return [
    { method: "get", path, action: "case.read", handle: show },
    { method: "get", path: `${path}/case.json`, action: "case.read", handle: file(({ content }) => content, "case") },
    {
      method: "get",
      path: `${path}/decision.json`,
      action: "case.read",
      handle: file(({ decision }) => decision, "decision"),
    },
  ];
}
