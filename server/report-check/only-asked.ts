import type { RuleSet } from "../../engine/index.ts";
import { looksAtEarlierYears } from "../recording/looks-back.ts";
import { asksForDecisions } from "./asked-for.ts";
import { fieldNames } from "./report-fields.ts";
import { noRows, type TypedReport } from "./typed-report.ts";

const ACTIVITY_ID = /^\/activities\/\d+\/id$/;

/** What was typed, without what the rules do not ask for: the form had been filled in for a year of other rules. */
export function onlyAsked(ruleSet: RuleSet, { fields, rows }: TypedReport): TypedReport {
  const asked = {
    ...rows,
    decisions: asksForDecisions(ruleSet) ? rows.decisions : 0,
    history: looksAtEarlierYears(ruleSet) ? rows.history : 0,
  };
  const names = fieldNames(ruleSet, { ...noRows(), rows: asked });
  return { rows: asked, fields: new Map([...fields].filter(([name]) => names.has(name) || ACTIVITY_ID.test(name))) };
}
