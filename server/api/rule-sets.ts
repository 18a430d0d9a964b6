import canonicalize from "canonicalize";
import type { Request, RequestHandler } from "express";
import type { Route } from "../http/route.ts";
import type { PublishedRules, RuleBook } from "../published-rules.ts";
import { ApiRefusal } from "./problem-document.ts";

const FIVE_MINUTES = "public, max-age=300";

const summaryOf = ({ ruleSet: { regime, effectiveYear, revision, name }, sha256 }: PublishedRules) => ({
  regime,
  effectiveYear,
  revision,
  sha256,
  name,
  url: `/api/v1/rule-sets/${effectiveYear}`,
});

/** The published rule sets: a list, and each in the canonical form whose SHA-256 the decisions name. */
export function createRuleSetRoutes(book: RuleBook): Route[] {
  const canonical = new Map(book.published.map(({ sha256, ruleSet }) => [sha256, canonicalize(ruleSet) as string]));

  function published({ params }: Request): PublishedRules {
    const year = String(params.year);
    const rules = /^\d{4}$/.test(year) ? book.effectiveIn(Number(year)) : null;
    if (!rules) throw new ApiRefusal(404, `No rule set took effect in the year ${year}.`);
    return rules;
  }

  const list: RequestHandler = (_request, response) =>
    void response.set("Cache-Control", FIVE_MINUTES).json(book.published.map(summaryOf));

  const one: RequestHandler = (request, response) => {
    const { sha256 } = published(request);
    response.set({ ETag: `"${sha256}"`, "Cache-Control": FIVE_MINUTES }).type("json");
    response.send(canonical.get(sha256));
  };

  const text: RequestHandler = (request, response) => {
    const { lawText, ruleSet } = published(request);
    if (!lawText) throw new ApiRefusal(404, `The text of the rule set of ${ruleSet.effectiveYear} was not published.`);
    response.set("Cache-Control", FIVE_MINUTES).json(lawText);
  };

  return [
    { method: "get", path: "/api/v1/rule-sets", action: "api.read", handle: list },
    { method: "get", path: "/api/v1/rule-sets/:year", action: "api.read", handle: one },
    { method: "get", path: "/api/v1/rule-sets/:year/text", action: "api.read", handle: text },
  ];
}
