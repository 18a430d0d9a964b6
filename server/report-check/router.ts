import express, { type Request, type Response, Router } from "express";
import { HttpError } from "../http/http-error.ts";
import type { SendPage } from "../pages/page.ts";
import type { Services } from "../services.ts";
import { type Action, readAction } from "./action.ts";
import { type CheckState, checkPage } from "./check-page.ts";
import { confirmDecided, decideReport, listedForms } from "./decide-report.ts";
import { findExample } from "./examples.ts";
import { newReport } from "./new-report.ts";
import { ROW_FIELDS } from "./report-fields.ts";
import { reportOfCase } from "./report-of-case.ts";
import { readTypedReport, type TypedReport, withoutRow } from "./typed-report.ts";

const LARGEST_FORM = "512kb";

/**
 * The pages on which a report is checked. They change nothing on the server, keep nothing that was typed and know no
 * session: so a form sent from elsewhere can do no harm, and needs no token against it.
 */
export function createCheckPages({ rules, today }: Pick<Services, "rules" | "today">, sendPage: SendPage): Router {
  const router = Router({ mergeParams: true });
  const readForm = express.text({ type: "application/x-www-form-urlencoded", limit: LARGEST_FORM });

  function show(response: Response, state: CheckState): void {
    if (state.problems?.length) response.status(422);
    response.set("Cache-Control", "no-store");
    const { head, model } = checkPage(response.locals.language, rules, state);
    sendPage(response, "check/page", head, model);
  }

  router.get("/", async ({ query }, response) => {
    const example = findExample(rules, query);
    if (!example) return show(response, { typed: newReport(rules, today()) });
    const listed = listedForms(example.rules);
    const typed = reportOfCase(example.case, example.asOf, listed);
    const { decided } = decideReport(typed, rules, today());
    if (decided) await confirmDecided(decided);
    show(response, { typed, decided });
  });

  function readPosted(request: Request): { typed: TypedReport; action: Action } {
    if (typeof request.body !== "string") throw new HttpError(400);
    const posted = new URLSearchParams(request.body);
    const action = readAction(posted.get("do") ?? undefined);
    const blankRows = action.do === "add" || action.do === "remove" || action.do === "show" ? "keep" : "leave-out";
    return { typed: readTypedReport(posted, blankRows), action };
  }

  function sendFile(response: Response, name: string, content: unknown): void {
    response.set("Cache-Control", "no-store").attachment(name).json(content);
  }

  router.post("/", readForm, async (request, response) => {
    const { typed, action } = readPosted(request);
    if (action.do === "show") return show(response, { typed });
    if (action.do === "remove") {
      return show(response, { typed: withoutRow(typed, action.kind, action.at), focus: `add-${action.kind}` });
    }
    if (action.do === "add") {
      const at = typed.rows[action.kind]++;
      return show(response, { typed, focus: `/${action.kind}/${at}/${ROW_FIELDS[action.kind][0]?.path}` });
    }
    const { decided, problems } = decideReport(typed, rules, today());
    if (!decided) return show(response, { typed, problems });
    await confirmDecided(decided);
    if (action.do === "save-case") return sendFile(response, "case.json", decided.case);
    if (action.do === "save-decision") return sendFile(response, "decision.json", decided.decision);
    show(response, { typed, decided });
  });

  return router;
}
