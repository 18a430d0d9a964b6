import type { Language, Problem } from "../../engine/index.ts";
import { messages } from "../language/messages.ts";
import type { PageHead } from "../pages/page.ts";
import type { RuleBook } from "../published-rules.ts";
import { printedFoot } from "../rules-in-force/printed-foot.ts";
import { type DecidedReport, rulesOfReport } from "./decide-report.ts";
import { decisionView } from "./decision/decision-view.ts";
import { examplesOf } from "./examples.ts";
import { fieldErrors } from "./field-errors.ts";
import { formView } from "./form-view.ts";
import type { TypedReport } from "./typed-report.ts";

/** How the check of a report stands: what was typed, and the decision or what is wrong, as far as it was asked for. */
export interface CheckState {
  typed: TypedReport;
  decided?: DecidedReport | null;
  problems?: readonly Problem[];
  /** What takes the focus: the name of a field, or the value of the button that adds a row. */
  focus?: string;
  /** Whether the form was filled in for a year whose rules ask for less, and is shown for the year that was typed. */
  asksMore?: boolean;
}

function titleOf(language: Language, { decided, problems = [] }: CheckState): string {
  const say = messages(language);
  if (decided) return say("check-page.decided-title", { year: String(decided.case.reportingYear) });
  const title = say("check-page.title");
  return problems.length > 0 ? say("form.error-title", { title }) : title;
}

/** Builds the page: the form with everything that was typed, and above it the decision or the errors. */
export function checkPage(language: Language, book: RuleBook, state: CheckState): { head: PageHead; model: object } {
  const { typed, decided = null, problems = [], focus = null, asksMore = false } = state;
  const rules = rulesOfReport(typed, book) ?? book.published.at(-1) ?? null;
  const errors = fieldErrors(language, rules?.ruleSet ?? null, problems, typed);
  return {
    head: {
      title: titleOf(language, state),
      section: "check",
      keeps: { form: "report", button: decided ? "decide" : "show" },
      ...(decided ? { printed: printedFoot(language, decided.rules) } : {}),
    },
    model: {
      heading: messages(language)("check-page.title"),
      form: formView({ language, typed, rules, errors, focus }),
      decision: decided ? decisionView(language, decided) : null,
      asksMore: asksMore
        ? messages(language)("check-page.asks-more", { year: typed.fields.get("/reportingYear") ?? "" })
        : null,
      examples: examplesOf(language, book),
      action: `/${language}/check`,
    },
  };
}
