import type { Case, RuleSet } from "../../engine/index.ts";
import type { Consultant, RecordedDecision, Stored } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import { type Archive, earlierYear } from "./earlier-year.ts";
import { caseId, decisionId } from "./ids.ts";
import { looksAtEarlierYears, measuresLookingBack } from "./looks-back.ts";

type History = NonNullable<Case["history"]>;

/** The last decisions on the consultant's cases at a chamber, of the years before. */
async function decisionsAt(store: Store, chamber: string, consultant: string, before: number) {
  const years = (await store.yearsOf(chamber)).filter((year) => year < before);
  const decisions = years.map(async (year) => {
    const theCase = caseId(chamber, year, consultant);
    const latest = (await store.case(theCase))?.state.latest;
    return latest ? store.decision(decisionId(theCase, latest.number)) : null;
  });
  return (await Promise.all(decisions)).flatMap((kept) => (kept ? [kept.state] : []));
}

/** One decision a year: where two chambers decided on the same year, the one that was recorded last. */
function lastOfEachYear(decisions: readonly RecordedDecision[]): RecordedDecision[] {
  const years = new Map<number, RecordedDecision>();
  for (const each of decisions) {
    const { reportingYear } = each.decision;
    const other = years.get(reportingYear);
    if (!other || other.recordedAt < each.recordedAt) years.set(reportingYear, each);
  }
  return [...years.values()].sort((a, b) => a.decision.reportingYear - b.decision.reportingYear);
}

/**
 * What the last decisions came to in the years before, the oldest first, at whichever chamber the consultant was:
 * nothing but what a case holds of an earlier year.
 */
export async function historyOf(
  archive: Archive,
  consultant: Stored<Consultant>,
  reportingYear: number,
  applied: RuleSet,
): Promise<History> {
  const { store } = archive;
  const { chamber: present, formerly = [] } = consultant.state;
  const chambers = [present, ...formerly];
  const decisions = await Promise.all(
    chambers.map((chamber) => decisionsAt(store, chamber, consultant.id, reportingYear)),
  );
  const ids = measuresLookingBack(applied).map(({ id }) => id);
  return Promise.all(lastOfEachYear(decisions.flat()).map((recorded) => earlierYear(archive, recorded, ids)));
}

/**
 * A case with the earlier years as they are decided by now, where its rules look at them; years that are not recorded
 * here stay as the case has them.
 */
export async function withHistory(
  archive: Archive,
  consultant: Stored<Consultant>,
  kept: Case,
  applied: RuleSet,
): Promise<Case> {
  if (!looksAtEarlierYears(applied)) return kept;
  const found = await historyOf(archive, consultant, kept.reportingYear, applied);
  const years = new Set(found.map((year) => year.reportingYear));
  const others = (kept.history ?? []).filter((year) => !years.has(year.reportingYear));
  const history = [...others, ...found].sort((a, b) => a.reportingYear - b.reportingYear);
  return history.length === 0 ? kept : { ...kept, history };
}
