import { addDays } from "../../../engine/calendar.ts";
import { dueDay } from "../../../engine/stages/period.ts";
import type { Route } from "../../http/route.ts";
import type { SendPage } from "../../pages/page.ts";
import type { PublishedRules } from "../../published-rules.ts";
import { noRows, type TypedReport } from "../../report-check/typed-report.ts";
import { writeDay } from "../../report-check/typed-values.ts";
import type { Services } from "../../services.ts";
import { addExample } from "./change-examples.ts";
import { createEntryRoutes, type Entry, nameAsSent } from "./enter-example.ts";
import { newPage } from "./new-page.ts";

/** A form for the first year of the draft, decided on the first day on which its report is overdue. */
function firstReport({ ruleSet, effectiveYear }: PublishedRules): TypedReport {
  const typed = noRows();
  typed.fields.set("/reportingYear", String(effectiveYear));
  const due = dueDay(ruleSet.deadlines.report, effectiveYear, ruleSet.calendar);
  typed.fields.set("/asOf", writeDay(addDays(due, 1)));
  typed.rows.activities = 1;
  return typed;
}

/** A new example: the decision that is shown is what is expected. */
export const newEntry = (rules: PublishedRules): Entry => ({
  first: firstReport(rules),
  isDecidedAtOnce: false,
  complete: (given) => given,
  nameOf: nameAsSent,
  template: "workspace/example-new",
  page: newPage,
  put: (document, { report, name }) => addExample(document, { ...report, name }),
});

/** The page on which an example is entered by hand. */
export const createNewExampleRoutes = (services: Services, sendPage: SendPage): Route[] =>
  createEntryRoutes(services, sendPage, {
    path: "/:language/workspace/:draft/examples/new",
    entryOf: (_draft, rules) => newEntry(rules),
  });
