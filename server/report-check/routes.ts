import type { Request, RequestHandler, Response } from "express";
import type { Route } from "../http/route.ts";
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

/**
 * The pages on which a report is checked. They change nothing on the server, keep nothing that was typed and know no
 * session: so a form sent from elsewhere can do no harm, and needs no token against it.
 */
export function createCheckRoutes({ rules, today }: Pick<Services, "rules" | "today">, sendPage: SendPage): Route[] {
  function show(response: Response, state: CheckState): void {
    if (state.problems?.length) response.status(422);
    response.set("Cache-Control", "no-store");
    const { head, model } = checkPage(response.locals.language, rules, state);
    sendPage(response, "check/page", head, model);
  }

  const open: RequestHandler = async ({ query }, response) => {
    const example = findExample(rules, query);
    if (!example) return show(response, { typed: newReport(rules, today()) });
    const listed = listedForms(example.rules);
    const typed = reportOfCase(example.case, example.asOf, listed);
    const { decided } = decideReport(typed, rules, today());
    if (decided) await confirmDecided(decided);
    show(response, { typed, decided });
  };

  function readPosted({ body }: Request): { typed: TypedReport; action: Action } {
    const posted: URLSearchParams = body;
    const action = readAction(posted.get("do") ?? undefined);
    const blankRows = action.do === "add" || action.do === "remove" || action.do === "show" ? "keep" : "leave-out";
    return { typed: readTypedReport(posted, blankRows), action };
  }

  function sendFile(response: Response, name: string, content: unknown): void {
    response.set("Cache-Control", "no-store").attachment(name).json(content);
  }

  const answer: RequestHandler = async (request, response) => {
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
  };

  return [
    { method: "get", path: "/:language/check", action: "report.check", handle: open },
    { method: "post", path: "/:language/check", action: "report.check", body: "form", handle: answer },
  ];
}
