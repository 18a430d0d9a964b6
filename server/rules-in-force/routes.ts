import type { Request, RequestHandler, Response } from "express";
import type { Language } from "../../engine/index.ts";
import { HttpError } from "../http/http-error.ts";
import type { Route } from "../http/route.ts";
import { clauseSlug } from "../language/clause-labels.ts";
import { messages } from "../language/messages.ts";
import { clauseChips } from "../pages/clause-chips.ts";
import type { SendPage } from "../pages/page.ts";
import type { PublishedRules } from "../published-rules.ts";
import type { Services } from "../services.ts";
import { clauseView } from "./law-view.ts";
import { printedFoot } from "./printed-foot.ts";
import { rulesPage } from "./rules-page.ts";
import { sentencesPage } from "./sentences-page.ts";
import { yearLinks, yearsKnown } from "./years.ts";

/** The pages of the rules in force: each year, and each clause. */
export function createRulesRoutes({ rules, today }: Pick<Services, "rules" | "today">, sendPage: SendPage): Route[] {
  const languageOf = ({ locals }: Response): Language => locals.language;
  const thisYear = (): number => Number(today().slice(0, 4));

  function knownRules(year: number): PublishedRules | null {
    return yearsKnown(rules, today()).includes(year) ? rules.inForce(year) : null;
  }

  function yearOf({ params }: Request): number {
    if (!/^\d{4}$/.test(params.year as string)) throw new HttpError(404);
    return Number(params.year);
  }

  function sendNoRules(response: Response, year: number): void {
    const language = languageOf(response);
    const say = messages(language);
    const years = yearsKnown(rules, today());
    const [first = 0] = years;
    const reason =
      year < first ? say("rules.none-before", { year: String(first) }) : say("rules.none-yet", { year: String(year) });
    response.status(404);
    sendPage(
      response,
      "rules/none",
      { title: say("rules.none-title", { year: String(year) }), section: "rules" },
      { reason, years: yearLinks(language, years, null) },
    );
  }

  const current: RequestHandler = (_request, response) =>
    response.redirect(`/${languageOf(response)}/rules/${thisYear()}`);

  const ofYear: RequestHandler = (request, response) => {
    const year = yearOf(request);
    const language = languageOf(response);
    const found = knownRules(year);
    if (!found) return sendNoRules(response, year);
    const say = messages(language);
    const model = {
      ...rulesPage(language, found, year),
      years: yearLinks(language, yearsKnown(rules, today()), year),
      mayChange: year > thisYear() ? clauseChips(language, year, ["10.2"]) : null,
      thisYear: String(thisYear()),
    };
    sendPage(
      response,
      "rules/year",
      { title: say("rules.title", { year: String(year) }), section: "rules", printed: printedFoot(language, found) },
      model,
    );
  };

  const sentencesOfYear: RequestHandler = (request, response) => {
    const year = yearOf(request);
    const language = languageOf(response);
    const found = knownRules(year);
    if (!found) return sendNoRules(response, year);
    const model = sentencesPage(language, found, year);
    const head = { title: model.title, section: "rules", printed: printedFoot(language, found) } as const;
    sendPage(response, "rules/sentences", head, model);
  };

  const clauseOfYear: RequestHandler = (request, response) => {
    const year = yearOf(request);
    const language = languageOf(response);
    const law = knownRules(year)?.lawText;
    const clause = law?.clauses.find(({ id }) => clauseSlug(id) === request.params.clause);
    if (!law || !clause) throw new HttpError(404);
    const say = messages(language);
    const view = clauseView(language, year, law, clause);
    const model = {
      clause: view,
      lawTitle: law.title[language],
      back: { href: `/${language}/rules/${year}#${view.anchor}`, text: say("clause.back", { year: String(year) }) },
    };
    sendPage(response, "rules/clause", { title: view.label, section: "rules" }, model);
  };

  const path = "/:language/rules";
  return [
    { method: "get", path, action: "rules.read", handle: current },
    { method: "get", path: `${path}/:year`, action: "rules.read", handle: ofYear },
    { method: "get", path: `${path}/:year/sentences`, action: "rules.read", handle: sentencesOfYear },
    { method: "get", path: `${path}/:year/clauses/:clause`, action: "rules.read", handle: clauseOfYear },
  ];
}
