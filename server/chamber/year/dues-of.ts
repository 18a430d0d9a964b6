import type { Decision } from "../../../engine/index.ts";
import { sanctionToImpose } from "../../recording/sanction-to-impose.ts";
import type { CaseRecord } from "../../store/records.ts";
import type { Due } from "./year-row.ts";

/** Whether the last decision no longer says what holds today. */
const isOutdated = ({ latest }: CaseRecord, now: Decision, sanction: string | null): boolean =>
  latest !== null && (now.outcome !== latest.outcome || (now.sanction.due !== null && now.sanction.due !== sanction));

/** What the chamber has to do about a case, by its last decision and by the one that would be made today. */
export function duesOf(record: CaseRecord | null, now: Decision | null): Due[] {
  const sanction = record && sanctionToImpose(record);
  const dues: Due[] = [];
  if (sanction) dues.push("sanction");
  if (now?.report.status === "missing") dues.push("report");
  if (record && now && isOutdated(record, now, sanction)) dues.push("decision");
  return dues;
}
