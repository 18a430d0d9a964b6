import type { Request, RequestHandler, Response } from "express";
import { addDays } from "../../../engine/calendar.ts";
import { dueDay } from "../../../engine/stages/period.ts";
import { reader } from "../../chamber/reader.ts";
import type { Route } from "../../http/route.ts";
import type { SendPage } from "../../pages/page.ts";
import type { PublishedRules } from "../../published-rules.ts";
import { readAction } from "../../report-check/action.ts";
import { confirmDecided, decideReport } from "../../report-check/decide-report.ts";
import { firstField } from "../../report-check/report-fields.ts";
import { noRows, readTypedReport, type TypedReport, withoutRow } from "../../report-check/typed-report.ts";
import { writeDay } from "../../report-check/typed-values.ts";
import type { Services } from "../../services.ts";
import { type OpenDraft, openDraft } from "../open-draft.ts";
import { examplesAddress } from "../places.ts";
import { savedMeanwhile, saveText } from "../save-text.ts";
import { readSent } from "../sent.ts";
import { addExample } from "./change-examples.ts";
import { conflictText } from "./conflict-text.ts";
import { draftRules } from "./draft-rules.ts";
import { readName } from "./example-name.ts";
import { type NewState, newPage } from "./new-page.ts";
import { markOf } from "./tried-decision.ts";

const KEEPS_BLANK_ROWS = new Set(["add", "remove", "show"]);

/** A form for the first year of the draft, decided on the first day on which its report is overdue. */
function firstReport({ ruleSet, effectiveYear }: PublishedRules): TypedReport {
  const typed = noRows();
  typed.fields.set("/reportingYear", String(effectiveYear));
  const due = dueDay(ruleSet.deadlines.report, effectiveYear, ruleSet.calendar);
  typed.fields.set("/asOf", writeDay(addDays(due, 1)));
  typed.rows.activities = 1;
  return typed;
}

/** The page on which an example is entered by hand. */
export function createNewExampleRoutes({ store, rules: book, today }: Services, sendPage: SendPage): Route[] {
  function show(response: Response, draft: OpenDraft, state: NewState): void {
    if (state.problems?.length) response.status(422);
    if (state.conflict) response.status(409);
    const { head, model } = newPage(draft, state);
    sendPage(response, "workspace/example-new", head, model);
  }

  /** Hands the draft to a step that needs its rules; while it is not whole, the list says so. */
  const withRules =
    (
      step: (request: Request, response: Response, draft: OpenDraft, rules: PublishedRules) => unknown,
    ): RequestHandler =>
    async (request, response) => {
      const draft = await openDraft(store, request, response);
      const rules = draftRules(draft.stored.state.text, book);
      if (!rules) return response.redirect(303, examplesAddress(draft.language, draft.stored.id));
      await step(request, response, draft, rules);
    };

  async function decide(form: URLSearchParams, typed: TypedReport, rules: PublishedRules): Promise<NewState> {
    const { decided, problems } = decideReport(typed, { inForce: () => rules }, today());
    if (!decided) return { typed, rules, problems };
    await confirmDecided(decided);
    return { typed, rules, decided: { report: decided, name: readName(form, decided.decision) } };
  }

  async function take(request: Request, response: Response, draft: OpenDraft, state: NewState): Promise<void> {
    const form: URLSearchParams = request.body;
    if (!state.decided || form.get("seen") !== markOf(state.decided.report)) {
      return show(response, draft, { ...state, changed: true });
    }
    const { report, name } = state.decided;
    const document = addExample(draft.document, { ...report, name });
    try {
      await saveText(store, draft.stored, { ...readSent(form), by: reader(response), document });
    } catch (error) {
      const rules = draftRules(savedMeanwhile(error).state.text, book) ?? state.rules;
      const conflict = await conflictText(store, draft);
      const anew = await openDraft(store, request, response);
      return show(response, anew, { ...(await decide(form, state.typed, rules)), conflict });
    }
    response.redirect(303, `${examplesAddress(draft.language, draft.stored.id)}?saved`);
  }

  const answer = withRules(async (request, response, draft, rules) => {
    const form: URLSearchParams = request.body;
    const takes = form.get("do") === "take";
    const action = readAction(takes ? "decide" : (form.get("do") ?? undefined));
    const typed = readTypedReport(form, KEEPS_BLANK_ROWS.has(action.do) ? "keep" : "leave-out");
    if (action.do === "show") return show(response, draft, { typed, rules });
    if (action.do === "remove") {
      const fewer = withoutRow(typed, action.kind, action.at);
      return show(response, draft, { typed: fewer, rules, focus: `add-${action.kind}` });
    }
    if (action.do === "add") {
      const at = typed.rows[action.kind]++;
      return show(response, draft, { typed, rules, focus: firstField(action.kind, at) });
    }
    const state = await decide(form, typed, rules);
    return takes ? take(request, response, draft, state) : show(response, draft, state);
  });

  const open = withRules((_request, response, draft, rules) =>
    show(response, draft, { typed: firstReport(rules), rules }),
  );

  const path = "/:language/workspace/:draft/examples/new";
  return [
    { method: "get", path, action: "draft.save", handle: open },
    { method: "post", path, action: "draft.save", body: "form", handle: answer },
  ];
}
