import { type Case, CaseError, type Decision } from "../../../engine/index.ts";
import type { PublishedRules } from "../../published-rules.ts";
import { caseOfRegistry } from "../../recording/case-of-registry.ts";
import { caseId } from "../../recording/ids.ts";
import { sanctionToImpose } from "../../recording/sanction-to-impose.ts";
import type { CaseRecord, Consultant, Stored } from "../../store/records.ts";

/** How a consultant's year stands: the outcome of the last decision, or, without one, whether there is a duty at all. */
export const STATES = [
  "unfulfilled",
  "undecided",
  "pending",
  "fulfilled",
  "exempt",
  "not-a-member",
  "no-duty",
] as const;
export type State = (typeof STATES)[number];

/** What the chamber has to do now: impose a sanction, obtain a report, or decide again because time has passed. */
export const DUES = ["sanction", "report", "decision"] as const;
export type Due = (typeof DUES)[number];

export type ReportState = Decision["report"]["status"];

/** A line of the list of a chamber's year. */
export interface YearRow {
  consultant: string;
  name: string;
  /** Whether the chamber keeps a case, decided or not. */
  kept: boolean;
  state: State;
  total: number | null;
  norm: number | null;
  report: ReportState;
  /** How many remarks the last decision has. */
  remarks: number;
  dues: Due[];
  /** The sanction that the last decision calls for. */
  sanction: string | null;
  /** The day as of which the last decision was made. */
  asOf: string | null;
}

/** The decision as of today, which nobody records; null where the rules do not know what the case names. */
function decideToday(rules: PublishedRules, theCase: Case, today: string): Decision | null {
  try {
    return rules.decide(theCase, { asOf: today, trace: false });
  } catch (error) {
    if (error instanceof CaseError) return null;
    throw error;
  }
}

/** Whether the last decision no longer says what holds today. */
const isOutdated = ({ latest }: CaseRecord, now: Decision, sanction: string | null): boolean =>
  latest !== null && (now.outcome !== latest.outcome || (now.sanction.due !== null && now.sanction.due !== sanction));

function duesOf(record: CaseRecord | null, now: Decision | null): Due[] {
  const sanction = record && sanctionToImpose(record);
  const dues: Due[] = [];
  if (sanction) dues.push("sanction");
  if (now?.report.status === "missing") dues.push("report");
  if (record && now && isOutdated(record, now, sanction)) dues.push("decision");
  return dues;
}

const undecided = (now: Decision | null): State =>
  now && now.obligation.status !== "obliged" ? "no-duty" : "undecided";

function rowOf(name: string, id: string, record: CaseRecord | null, now: Decision | null): YearRow {
  const latest = record?.latest ?? null;
  return {
    consultant: id,
    name,
    kept: record !== null,
    state: latest?.outcome ?? undecided(now),
    total: latest?.total ?? null,
    norm: latest?.norm ?? null,
    report: latest?.report ?? now?.report.status ?? "not-due",
    remarks: latest?.remarks ?? 0,
    dues: duesOf(record, now),
    sanction: record && sanctionToImpose(record),
    asOf: latest?.asOf ?? null,
  };
}

/** What the list is made from. */
export interface ChamberYear {
  chamber: string;
  year: number;
  rules: PublishedRules;
  consultants: readonly Stored<Consultant>[];
  cases: readonly Stored<CaseRecord>[];
  today: string;
}

/** Everyone on the chamber's list who was a member in the year, and everyone who has a case: a line each. */
export function yearRows({ chamber, year, rules, consultants, cases, today }: ChamberYear): YearRow[] {
  const records = new Map(cases.map(({ id, state }) => [id, state]));
  const rows: YearRow[] = [];
  for (const consultant of consultants) {
    const id = caseId(chamber, year, consultant.id);
    const record = records.get(id) ?? null;
    records.delete(id);
    const now = decideToday(rules, record?.content ?? caseOfRegistry(consultant, year), today);
    if (record || now?.obligation.status !== "not-a-member")
      rows.push(rowOf(consultant.state.name, consultant.id, record, now));
  }
  for (const record of records.values()) {
    rows.push(rowOf(record.consultantName, record.consultant, record, decideToday(rules, record.content, today)));
  }
  return rows;
}
