import type { RequestHandler } from "express";
import type { Language } from "../../engine/index.ts";
import { dueDay } from "../../engine/stages/period.ts";
import type { Route } from "../http/route.ts";
import { formatDay } from "../language/days.ts";
import { messages } from "../language/messages.ts";
import { clauseChips } from "../pages/clause-chips.ts";
import type { SendPage } from "../pages/page.ts";
import type { RuleBook } from "../published-rules.ts";
import type { Services } from "../services.ts";

/** The answer that most readers come for: how many points this year needs, and by when. */
function factOf(language: Language, rules: RuleBook, year: number) {
  const inForce = rules.inForce(year);
  const norm = inForce?.ruleSet.amounts.find(({ id }) => id === "norm");
  if (!inForce || !norm) return null;
  const say = messages(language);
  const { report } = inForce.ruleSet.deadlines;
  return {
    text: say("home.fact", {
      year: String(year),
      points: say("points", { points: norm.value ?? norm.otherwise ?? 0 }),
      day: formatDay(language, dueDay(report, year)),
    }),
    clauses: clauseChips(language, year, [...new Set([...norm.clauses, ...report.clauses])]),
  };
}

/** The home page: what this is, the answer that most come for, and the ways on. */
export function createHomeRoutes({ rules, today }: Pick<Services, "rules" | "today">, sendPage: SendPage): Route[] {
  const show: RequestHandler = (_request, response) => {
    const language: Language = response.locals.language;
    const year = Number(today().slice(0, 4));
    const model = {
      year: String(year),
      fact: factOf(language, rules, year),
      check: `/${language}/check`,
      rules: `/${language}/rules/${year}`,
    };
    sendPage(response, "home", { title: messages(language)("site.name") }, model);
  };
  return [{ method: "get", path: "/:language", action: "rules.read", handle: show }];
}
