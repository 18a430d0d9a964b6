import canonicalize from "canonicalize";
import { Router } from "express";
import { onlyMethods } from "../http/methods.ts";
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
export function createRuleSetsApi(book: RuleBook): Router {
  const router = Router();
  const canonical = new Map(book.published.map(({ sha256, ruleSet }) => [sha256, canonicalize(ruleSet) as string]));

  function published(year: string): PublishedRules {
    const rules = /^\d{4}$/.test(year) ? book.effectiveIn(Number(year)) : null;
    if (!rules) throw new ApiRefusal(404, `No rule set took effect in the year ${year}.`);
    return rules;
  }

  router
    .route("/")
    .get((_request, response) => void response.set("Cache-Control", FIVE_MINUTES).json(book.published.map(summaryOf)))
    .all(onlyMethods("GET", "HEAD"));

  router
    .route("/:year")
    .get(({ params }, response) => {
      const { sha256 } = published(params.year);
      response.set({ ETag: `"${sha256}"`, "Cache-Control": FIVE_MINUTES }).type("json");
      response.send(canonical.get(sha256));
    })
    .all(onlyMethods("GET", "HEAD"));

  router
    .route("/:year/text")
    .get(({ params }, response) => {
      const { lawText } = published(params.year);
      if (!lawText) throw new ApiRefusal(404, `The text of the rule set of ${params.year} was not published.`);
      response.set("Cache-Control", FIVE_MINUTES).json(lawText);
    })
    .all(onlyMethods("GET", "HEAD"));

  return router;
}
