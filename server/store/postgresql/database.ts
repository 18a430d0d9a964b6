import type { ColumnType } from "kysely";
import type { EventHead } from "../change.ts";
import type { RecordKind, RecordStates } from "../records.ts";

/** A value that is written as the text of its JSON, so that its bytes are kept, and read as what it says. */
type Json<Value> = ColumnType<Value, string, string>;

/** What every record has: its version, the event that made it so, and its state. */
interface RecordColumns<Kind extends RecordKind> {
  id: string;
  version: number;
  seq: number;
  state: Json<RecordStates[Kind]>;
}

interface EventTable {
  seq: number;
  at: ColumnType<Date, string, never>;
  action: string;
  by_account: string | null;
  head: Json<EventHead>;
  line: string;
  leaf: Buffer;
}

interface EventRecordTable {
  seq: number;
  kind: RecordKind;
  id: string;
  version: number;
  after: string | null;
}

/** The tables, as `migrations/` makes them. */
export interface Database {
  events: EventTable;
  event_records: EventRecordTable;
  chambers: RecordColumns<"chamber">;
  consultants: RecordColumns<"consultant"> & { chamber: string };
  cases: RecordColumns<"case"> & { chamber: string; reporting_year: number; consultant: string };
  decisions: RecordColumns<"decision"> & { case_id: string; number: number };
  sanctions: RecordColumns<"sanction"> & { case_id: string };
  rule_sets: RecordColumns<"rule-set">;
  adoptions: RecordColumns<"adoption"> & { effective_year: number; revision: number };
  drafts: RecordColumns<"draft">;
  documents: RecordColumns<"document"> & { case_id: string };
  lookings_back: RecordColumns<"looking-back"> & { chamber: string | null };
  document_contents: { sha256: string; content: number; bytes: number; kept_at: ColumnType<Date, never, Date> };
  document_parts: { content: number; part: number; bytes: Buffer };
  accounts: RecordColumns<"account"> & { login: string };
  credentials: RecordColumns<"credential">;
  sessions: RecordColumns<"session"> & { account: string };
  links: RecordColumns<"link"> & { account: string | null };
}
