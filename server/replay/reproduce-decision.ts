import type { CompiledRuleSet, Decision } from "../../engine/index.ts";
import { CaseError } from "../../engine/reading/problem.ts";
import type { RecordedDecision } from "../store/records.ts";
import type { CompiledSets } from "./compiled-sets.ts";
import { firstDifference } from "./first-difference.ts";
import type { DifferenceCode, Unlike } from "./reproduce-task.ts";

export const unlike = (decision: string, code: DifferenceCode, place = "", recorded = "", now = ""): Unlike => ({
  code,
  decision,
  place,
  recorded,
  now,
});

/** The decision as it is made now, with its reasons where the recorded one has them. */
function decideNow(rules: CompiledRuleSet, { content, decision }: RecordedDecision): Decision | CaseError {
  try {
    return rules.decide(content, { asOf: decision.asOf, trace: decision.trace !== undefined });
  } catch (error) {
    if (error instanceof CaseError) return error;
    throw error;
  }
}

/** Makes a recorded decision once more and compares the texts, byte for byte; null where they are the same. */
export function reproduceDecision(id: string, recorded: RecordedDecision, sets: CompiledSets): Unlike | null {
  const { sha256 } = recorded.decision.ruleSet;
  const rules = sets.get(sha256);
  if (!rules) return unlike(id, "no-rule-set", "/ruleSet/sha256", sha256);
  if (rules.sha256 !== sha256) return unlike(id, "rule-set-changed", "/ruleSet/sha256", sha256, rules.sha256);
  const now = decideNow(rules, recorded);
  if (now instanceof CaseError) {
    const [problem] = now.problems;
    return unlike(id, "refused", problem?.pointer ?? "", "", problem?.code ?? "");
  }
  if (JSON.stringify(now) === JSON.stringify(recorded.decision)) return null;
  const found = firstDifference(recorded.decision, now);
  return unlike(id, "differs", found?.place, found?.one, found?.other);
}
