import { readdirSync, readFileSync } from "node:fs";
import { type Case, compile, parseCase, parseRuleSet, type RuleSet } from "../../engine/index.ts";
import type { PublishedRules } from "../../server/published-rules.ts";
import { caseOf, constructs, rulesOf } from "../constructs/read-constructs.ts";

/** A case, the day as of which it is decided, and the rules that it is decided under. */
export interface GivenCase {
  name: string;
  rules: PublishedRules;
  case: Case;
  asOf: string;
}

const REGIMES = new URL("../regimes/", import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, REGIMES), "utf8");

/** A rule set as it is once it is published. */
export const published = (ruleSet: RuleSet, text = JSON.stringify(ruleSet)): PublishedRules => ({
  ...compile(ruleSet),
  effectiveYear: ruleSet.effectiveYear,
  text,
  lawText: null,
});

/** The rules of a regime. */
export const regime = (name: string): PublishedRules => {
  const text = read(`${name}/rule-set.json`);
  return published(parseRuleSet(text), text);
};

const REGIME_NAMES = readdirSync(REGIMES, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/** The worked cases of a regime. */
export function casesOfRegime(name: string): GivenCase[] {
  const rules = regime(name);
  return readdirSync(new URL(`${name}/cases/`, REGIMES)).map((file) => {
    const worked = JSON.parse(read(`${name}/cases/${file}`)) as { name: string; asOf: string; case: Case };
    return { name: `${name}: ${worked.name}`, rules, case: parseCase(worked.case), asOf: worked.asOf };
  });
}

/** The worked cases of every regime and of every construct of the language. */
export const EVERY_CASE: GivenCase[] = [
  ...REGIME_NAMES.flatMap(casesOfRegime),
  ...constructs.flatMap((construct) => {
    const rules = published(rulesOf(construct));
    return construct.cases.map((given) => ({
      name: `${construct.file}: ${given.name}`,
      rules,
      case: caseOf(given),
      asOf: given.asOf,
    }));
  }),
];
