import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compile, parseCase, parseRuleSet } from "../../engine/index.ts";
import { PROJECT_ROOT } from "../../server/project-root.ts";
import type { Change, RecordChange } from "../../server/store/change.ts";
import type {
  Account,
  Actor,
  CaseRecord,
  Chamber,
  Consultant,
  Draft,
  LookingBack,
  RecordedDecision,
  Session,
} from "../../server/store/records.ts";

/** Records as they come in life, for the tests of the stores. */

export const OFFICER: Actor = { account: "acc-officer", name: "Айгүл Серікқызы" };

const rules = compile(parseRuleSet(readFileSync(join(PROJECT_ROOT, "rules", "2022.json"), "utf8")));

export const chamber = (en: string): Chamber => ({
  name: { kk: `${en} палатасы`, ru: `Палата ${en}`, en },
  region: { kk: en, ru: en, en },
});

export const consultant = (of: string, name = "Нұрлан Әбенұлы"): Consultant => ({
  name,
  chamber: of,
  memberSince: "2019-04-01",
  memberUntil: null,
  absences: [],
});

/** A case of so many activities. */
export const content = (consultantId: string, reportingYear: number, activities = 2) =>
  parseCase(
    JSON.stringify({
      id: `${reportingYear}/${consultantId}`,
      reportingYear,
      consultant: { id: consultantId, memberSince: "2019-04-01" },
      activities: Array.from({ length: activities }, (_, at) => ({
        id: `a${at + 1}`,
        form: "seminar",
        title: `Салық даулары ${at + 1}`,
        organizer: "Алматы палатасы",
        from: `${reportingYear}-05-12`,
        to: `${reportingYear}-05-13`,
        evidence: [{ kind: "certificate", name: "certificate-17.pdf" }],
      })),
      report: { submittedOn: `${reportingYear + 1}-02-10` },
    }),
  );

export const caseRecord = (of: string, reportingYear: number, consultantId: string, activities = 2): CaseRecord => ({
  chamber: of,
  reportingYear,
  consultant: consultantId,
  consultantName: "Нұрлан Әбенұлы",
  content: content(consultantId, reportingYear, activities),
  latest: null,
});

export function recordedDecision(
  of: string,
  reportingYear: number,
  consultantId: string,
  number = 1,
): RecordedDecision {
  const decided = content(consultantId, reportingYear);
  return {
    case: `${of}/${reportingYear}/${consultantId}`,
    number,
    content: decided,
    decision: rules.decide(decided, { asOf: `${reportingYear + 1}-03-01` }),
    engine: "1.0.0",
    confirmedBy: "json-rules-engine",
    recordedAt: `${reportingYear + 1}-03-01T05:00:00.000Z`,
    recordedBy: OFFICER,
    corrects: number === 1 ? null : number - 1,
    reason: number === 1 ? null : "Күні түзетілді",
  };
}

export const account = (login: string): Account => ({
  login,
  name: login,
  grants: [{ role: "auditor" }],
  closed: false,
});

export const draft = (title: string): Draft => ({
  title,
  status: "draft",
  authors: [OFFICER],
  basedOn: null,
  correction: null,
  text: "{",
  review: null,
  remarks: [],
  looked: [],
  ending: null,
});

/** What making decisions again came to, with its list under a SHA-256. */
export const lookingBack = (chamber: string | null, list: string): LookingBack => ({
  chamber,
  asked: { kind: "reproduce" },
  chambers: [],
  years: [2024],
  begunAt: "2025-03-20T05:00:00.000Z",
  events: 3,
  engine: "1.0.0",
  figures: { reproduced: { decisions: 2, unlike: 0, places: { "almaty/2024": 2 } } },
  list: { sha256: list, bytes: 11, lines: 0 },
  keptAt: "2025-03-20T05:01:00.000Z",
  keptBy: OFFICER,
  note: "Тексеру үшін",
});

export const session = (of: string): Session => ({
  account: of,
  signedInAt: "2025-03-20T05:00:00.000Z",
  seenAt: "2025-03-20T05:00:00.000Z",
  expiresAt: "2025-03-21T05:00:00.000Z",
  device: "Firefox, Linux",
});

/** A change by the officer. */
export const change = (records: RecordChange[], more: Partial<Change> = {}): Change => ({
  action: "store.load",
  by: OFFICER,
  ...more,
  records,
});

/** A chamber with consultants `c-1`, `c-2` and so on: what cases need. */
export const chamberWith = (id: string, consultants = 1): Change =>
  change([
    { kind: "chamber", id, from: 0, state: chamber(id) },
    ...Array.from(
      { length: consultants },
      (_, at): RecordChange => ({ kind: "consultant", id: `c-${at + 1}`, from: 0, state: consultant(id) }),
    ),
  ]);

export const caseChange = (of: string, year: number, who: string, from = 0, activities = 2): RecordChange => ({
  kind: "case",
  id: `${of}/${year}/${who}`,
  from,
  state: caseRecord(of, year, who, activities),
});

export const decisionChange = (of: string, year: number, who: string, number = 1): RecordChange => ({
  kind: "decision",
  id: `${of}/${year}/${who}/${number}`,
  from: 0,
  state: recordedDecision(of, year, who, number),
});
