import type { CompiledRuleSet, Decision, Outcome } from "../../engine/index.ts";
import { CaseError } from "../../engine/reading/problem.ts";
import type { CaseRecord } from "../store/records.ts";
import type { CompiledSets } from "./compiled-sets.ts";
import type { SetFor } from "./trial.ts";

/** What came of a case under one rule set. */
export interface Standing {
  outcome: Outcome;
  total: number;
  norm: number;
}

/** What a recorded case comes to when it is decided once more. */
export interface Replayed {
  chamber: string;
  reportingYear: number;
  consultant: string;
  name: string;
  before: Standing;
  /** Null where the other set refuses the case, because it does not know what the case names. */
  after: Standing | null;
  /** By how many points each form gives more or less; forms of which nothing changes are left out. */
  forms: Record<string, number>;
}

const standingOf = ({ outcome, points: { total, norm } }: Decision): Standing => ({ outcome, total, norm });

/** Points are added as hundredths, so that no sum drifts. */
const hundredths = (points: number): number => Math.round(points * 100);

function addCredits(sums: Map<string, number>, decision: Decision, sign: 1 | -1): void {
  for (const { form, credited } of decision.activities)
    sums.set(form, (sums.get(form) ?? 0) + sign * hundredths(credited));
}

function formsOf(before: Decision, after: Decision): Record<string, number> {
  const sums = new Map<string, number>();
  addCredits(sums, after, 1);
  addCredits(sums, before, -1);
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0).map(([form, sum]) => [form, sum / 100]));
}

function decideOrRefuse(rules: CompiledRuleSet, { content }: CaseRecord, asOf: string): Decision | null {
  try {
    return rules.decide(content, { asOf, trace: false });
  } catch (error) {
    if (error instanceof CaseError) return null;
    throw error;
  }
}

/**
 * Decides a recorded case once more, as it was decided and by another rule set. Null where it was not decided yet, or the
 * rule set that it was decided under is not known, or its year had not begun on the day.
 * @param asOf the day as of which it is decided now; null for the day of its decision.
 */
export function replayCase(
  record: CaseRecord,
  sets: CompiledSets,
  otherFor: SetFor,
  asOf: string | null,
): Replayed | null {
  const { chamber, reportingYear, consultant, consultantName: name, latest } = record;
  if (asOf !== null && reportingYear > Number(asOf.slice(0, 4))) return null;
  const rules = latest && sets.get(latest.ruleSet);
  if (!rules) return null;
  const before = rules.decide(record.content, { asOf: latest.asOf, trace: false });
  const other = otherFor(reportingYear);
  const after = other && decideOrRefuse(other, record, asOf ?? latest.asOf);
  return {
    chamber,
    reportingYear,
    consultant,
    name,
    before: standingOf(before),
    after: after && standingOf(after),
    forms: after ? formsOf(before, after) : {},
  };
}
