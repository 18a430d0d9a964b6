import type { Case } from "../../engine/index.ts";
import type { RuleBook } from "../published-rules.ts";
import type { RecordedDecision } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import { recordedRules } from "./recorded-rules.ts";

type EarlierYear = NonNullable<Case["history"]>[number];

/** What finding the earlier years needs of the services. */
export interface Archive {
  store: Store;
  rules: RuleBook;
}

/** What measures that sum over several years had of that year alone, by the rules that it was decided under. */
async function measuresOf(
  { store, rules: book }: Archive,
  { content, decision }: RecordedDecision,
  ids: readonly string[],
): Promise<EarlierYear["measures"]> {
  const rules = ids.length > 0 ? await recordedRules(store, book, decision.ruleSet.sha256) : null;
  if (!rules) return undefined;
  const { history: _, ...alone } = content;
  const { trace = [] } = rules.decide(alone, { asOf: decision.asOf, trace: true });
  const found = trace.flatMap(({ step, subject, gave }) =>
    step === "measure" && subject !== null && ids.includes(subject) ? [[subject, gave as number] as const] : [],
  );
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

/** What a case holds of an earlier year: what its last decision came to, and of some measures what they had of it. */
export async function earlierYear(
  archive: Archive,
  recorded: RecordedDecision,
  ids: readonly string[],
): Promise<EarlierYear> {
  const { reportingYear, outcome, points } = recorded.decision;
  const { credited, carriedOut } = points;
  const measures = await measuresOf(archive, recorded, ids);
  return {
    reportingYear,
    credited,
    outcome,
    ...(carriedOut === undefined ? {} : { carriedOut }),
    ...(measures ? { measures } : {}),
  };
}
