import { type Case, CaseError, type Decision } from "../../../engine/index.ts";
import type { PublishedRules } from "../../published-rules.ts";
import { caseOfRegistry } from "../../recording/case-of-registry.ts";
import { caseId } from "../../recording/ids.ts";
import { sanctionToImpose } from "../../recording/sanction-to-impose.ts";
import type { CaseRecord, Consultant, Stored } from "../../store/records.ts";
import { duesOf } from "./dues-of.ts";
import type { State, YearRow } from "./year-row.ts";

/** The decision as of today, which nobody records; null where the rules do not know what the case names. */
function decideToday(rules: PublishedRules, theCase: Case, today: string): Decision | null {
  try {
    return rules.decide(theCase, { asOf: today, trace: false });
  } catch (error) {
    if (error instanceof CaseError) return null;
    throw error;
  }
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
