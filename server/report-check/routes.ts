import type { Request, RequestHandler, Response } from "express";
import type { Route } from "../http/route.ts";
import type { SendPage } from "../pages/page.ts";
import type { Services } from "../services.ts";
import { type Action, readAction } from "./action.ts";
import { askedFor } from "./asked-for.ts";
import { type CheckState, checkPage } from "./check-page.ts";
import { confirmDecided, decideReport, rulesOfReport } from "./decide-report.ts";
import { findExample } from "./examples.ts";
import { newReport } from "./new-report.ts";
import { onlyAsked } from "./only-asked.ts";
import { firstField } from "./report-fields.ts";
import { reportOfCase } from "./report-of-case.ts";
import { readTypedReport, type TypedReport, withoutRow } from "./typed-report.ts";

/** What a form brings: what was typed, which button was pressed, and the mark of what the form asked for. */
interface Posted {
  typed: TypedReport;
  action: Action;
  asked: string;
}

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
    const typed = reportOfCase(example.case, example.asOf, example.rules.ruleSet);
    const { decided } = decideReport(typed, rules, today());
    if (decided) await confirmDecided(decided);
    show(response, { typed, decided });
  };

  function readPosted({ body }: Request): Posted {
    const posted: URLSearchParams = body;
    const action = readAction(posted.get("do") ?? undefined);
    const blankRows = action.do === "add" || action.do === "remove" || action.do === "show" ? "keep" : "leave-out";
    return { typed: readTypedReport(posted, blankRows), action, asked: posted.get("asked") ?? "" };
  }

  function sendFile(response: Response, name: string, content: unknown): void {
    response.set("Cache-Control", "no-store").attachment(name).json(content);
  }

  const answer: RequestHandler = async (request, response) => {
    const { typed: posted, action, asked } = readPosted(request);
    const ruleSet = rulesOfReport(posted, rules)?.ruleSet ?? null;
    const isOfOtherRules = ruleSet !== null && asked !== askedFor(ruleSet);
    const typed = isOfOtherRules ? onlyAsked(ruleSet, posted) : posted;
    if (action.do === "show") return show(response, { typed });
    if (action.do === "remove") {
      return show(response, { typed: withoutRow(typed, action.kind, action.at), focus: `add-${action.kind}` });
    }
    if (action.do === "add") {
      const at = typed.rows[action.kind]++;
      return show(response, { typed, focus: firstField(action.kind, at) });
    }
    if (isOfOtherRules && askedFor(ruleSet) !== "") return show(response, { typed, asksMore: true });
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
