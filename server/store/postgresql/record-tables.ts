import type { RecordKind } from "../records.ts";
import type { Database } from "./database.ts";

/** Where each kind of record is kept. */
export const RECORD_TABLES = {
  chamber: "chambers",
  consultant: "consultants",
  case: "cases",
  decision: "decisions",
  sanction: "sanctions",
  "rule-set": "rule_sets",
  adoption: "adoptions",
  draft: "drafts",
  document: "documents",
  "looking-back": "lookings_back",
  account: "accounts",
  credential: "credentials",
  session: "sessions",
  link: "links",
} as const satisfies Record<RecordKind, keyof Database>;
