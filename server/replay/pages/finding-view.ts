import type { Language, RuleSet } from "../../../engine/index.ts";
import type { ReplayFinding } from "../finding.ts";
import type { Replayed } from "../replay-case.ts";
import { countsView, flowView, formNames, formsView } from "./impact-tables.ts";
import { peopleView } from "./people-list.ts";
import { type ReplayQuery, writeReplayQuery } from "./replay-query.ts";

/** What the tables of a finding are made from. */
export interface ShownFinding {
  language: Language;
  /** The address of its page, without a query. */
  address: string;
  query: ReplayQuery;
  finding: ReplayFinding;
  chambers: ReadonlyMap<string, string>;
  /** The rule sets that decisions were made under: their forms have names. */
  knownSets: readonly RuleSet[];
  /** The page of somebody on the list; null where there is none. */
  hrefOf(replayed: Replayed): string | null;
}

/** The flow, the tables and the list of a finding, as a page shows them. */
export function findingView({ language, address, query, finding, chambers, knownSets, hrefOf }: ShownFinding) {
  const { replayed: tally, sets, list } = finding;
  const forms = formNames(language, [...knownSets, ...sets.map(([, ruleSet]) => ruleSet)]);
  const names = { chambers, forms };
  const hrefOfFlow = (flow: string): string => `${address}${writeReplayQuery({ ...query, flow, page: 1 })}#people`;
  return {
    flow: tally.cases > 0 ? flowView(language, tally, hrefOfFlow) : null,
    counts: countsView(language, tally, names),
    forms: formsView(language, tally, names),
    people: list.length > 0 ? peopleView({ language, address, query, names, hrefOf }, list) : null,
  };
}
