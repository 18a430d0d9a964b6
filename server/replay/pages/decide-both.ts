import { CaseError, type Decision, type Problem } from "../../../engine/index.ts";
import type { PublishedRules, RuleBook } from "../../published-rules.ts";
import { recordedRules } from "../../recording/recorded-rules.ts";
import type { DecidedReport } from "../../report-check/decide-report.ts";
import type { CaseRecord } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import { setsOfTrial, type Trial } from "../trial.ts";

/** A case as it was decided, and as it is decided in a trial: or why the trial refuses it. */
export interface BothDecisions {
  before: DecidedReport;
  after: DecidedReport | null;
  problems: readonly Problem[];
}

const NONE: readonly Problem[] = [];

function decideOrRefuse(
  rules: PublishedRules,
  { content }: CaseRecord,
  asOf: string,
): { decision: Decision } | { problems: readonly Problem[] } {
  try {
    return { decision: rules.decide(content, { asOf }) };
  } catch (error) {
    if (error instanceof CaseError) return { problems: error.problems };
    throw error;
  }
}

function triedRules(trial: Trial, { reportingYear }: CaseRecord): PublishedRules | null {
  const compiled = setsOfTrial(trial)(reportingYear);
  return compiled && { ...compiled, effectiveYear: compiled.ruleSet.effectiveYear, text: "", lawText: null };
}

/** Decides a recorded case twice, with the reasons. Null where it was not decided yet. */
export async function decideBoth(
  store: Store,
  book: RuleBook,
  record: CaseRecord,
  trial: Trial,
): Promise<BothDecisions | null> {
  const { content, latest } = record;
  const rules = latest && (await recordedRules(store, book, latest.ruleSet));
  if (!rules) return null;
  const { asOf } = latest;
  const before = { case: content, decision: rules.decide(content, { asOf }), rules };
  const tried = triedRules(trial, record);
  const found = tried && decideOrRefuse(tried, record, trial.asOf ?? asOf);
  if (!tried || !found || "problems" in found) {
    return { before, after: null, problems: found && "problems" in found ? found.problems : NONE };
  }
  return { before, after: { case: content, decision: found.decision, rules: tried }, problems: NONE };
}
