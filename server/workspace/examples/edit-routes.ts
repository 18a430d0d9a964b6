import { isDeepStrictEqual } from "node:util";
import type { RuleSet } from "../../../engine/index.ts";
import type { Example } from "../../../engine/schema/rule-set.ts";
import { completeCase } from "../../chamber/case/complete-case.ts";
import type { Route } from "../../http/route.ts";
import type { SendPage } from "../../pages/page.ts";
import { reportOfCase } from "../../report-check/report-of-case.ts";
import type { Services } from "../../services.ts";
import type { OpenDraft } from "../open-draft.ts";
import { changeExample, clausesOf } from "./change-examples.ts";
import { editPage } from "./edit-page.ts";
import { createEntryRoutes, type Entry, nameAsSent } from "./enter-example.ts";
import { expectationOf } from "./expectation-of.ts";
import { readExpectation } from "./expected/expectation-form.ts";
import { newEntry } from "./new-routes.ts";
import type { DecidedExample } from "./take-example.ts";

/** What is expected of an example by the form: all of the decision that is shown, or what was entered. */
function expected(
  { language }: OpenDraft,
  { expect }: Example,
  { report: { decision, rules } }: DecidedExample,
  form: URLSearchParams,
) {
  if (form.get("do") === "take-decided") return expectationOf(decision);
  return readExpectation(language, { ruleSet: rules.ruleSet, decision, expectation: expect, form });
}

/** An example of the draft that is changed in place. The clauses follow its report: where that stays, they stay. */
function editEntry(draft: OpenDraft, ruleSet: RuleSet, example: Example): Entry {
  const { case: before, asOf } = example;
  return {
    first: reportOfCase(before, asOf, ruleSet),
    isDecidedAtOnce: true,
    complete: (given, typed) => {
      const { reportingYear } = given;
      return {
        ...completeCase(given, typed, before, ruleSet),
        ...(reportingYear === undefined ? {} : { reportingYear }),
      };
    },
    nameOf: (form, decided) => (form.has("name-en") ? nameAsSent(form, decided) : example.name),
    template: "workspace/example-edit",
    page: (now, state) => editPage(now, example, state),
    put: (document, taken, form) => {
      const expect = expected(draft, example, taken, form);
      if (!expect) return null;
      const { case: after, decision } = taken.report;
      const clauses = isDeepStrictEqual(after, before) ? example.clauses : clausesOf(decision);
      return changeExample(document, example.id, {
        name: taken.name,
        clauses,
        asOf: decision.asOf,
        case: after,
        expect,
      });
    },
  };
}

/**
 * The page on which an example is changed in place. What was entered for one that somebody else removed meanwhile goes on
 * as a new one, so that it is not lost.
 */
export const createEditExampleRoutes = (services: Services, sendPage: SendPage): Route[] =>
  createEntryRoutes(services, sendPage, {
    path: "/:language/workspace/:draft/examples/:example/edit",
    entryOf: (draft, rules, { params, method }) => {
      const example = rules.ruleSet.examples.find(({ id }) => id === params.example);
      if (example) return editEntry(draft, rules.ruleSet, example);
      return method === "POST" ? newEntry(rules) : null;
    },
  });
