import { asOfLater } from "../../recording/case-to-record.ts";
import { confirmDecision } from "../../recording/confirm-decision.ts";
import { decideReport, type ReportOutcome } from "../../report-check/decide-report.ts";
import type { TypedReport } from "../../report-check/typed-report.ts";
import type { Services } from "../../services.ts";
import { completeCase } from "./complete-case.ts";
import type { Entry } from "./entry.ts";

/**
 * Decides what was entered, and has it confirmed before it is shown.
 * @throws {IntegrityError} where the second opinion disagrees.
 */
export async function decideEntry(
  { rules, today }: Pick<Services, "rules" | "today">,
  { base, rules: applied }: Entry,
  typed: TypedReport,
): Promise<ReportOutcome> {
  const outcome = decideReport(typed, rules, today(), (given) => completeCase(given, typed, base, applied.ruleSet));
  if (!outcome.decided) return outcome;
  const { rules: inForce, case: theCase, decision } = outcome.decided;
  if (decision.asOf > today()) return { decided: null, problems: [asOfLater(decision.asOf)] };
  await confirmDecision(inForce.ruleSet, theCase, decision);
  return outcome;
}
