import type { Change, RecordChange } from "./change.ts";
import { InvalidChange } from "./failures.ts";
import type { RecordKind } from "./records.ts";

/** Kinds that are written once: a correction is a new record. */
export const UNCHANGING: ReadonlySet<RecordKind> = new Set([
  "decision",
  "rule-set",
  "adoption",
  "document",
  "looking-back",
]);

/** Kinds that may be removed; all others are kept for good. */
export const REMOVABLE: ReadonlySet<RecordKind> = new Set(["draft", "account", "credential", "session", "link"]);

const SHA256 = /^[0-9a-f]{64}$/;
/** What a part of an id may be: it becomes a part of addresses and of names of files. */
const ID_PART = /^[a-z0-9_-][a-z0-9._-]{0,99}$/i;

/** Whether a text may be a part of an id. */
export const isIdPart = (text: string): boolean => ID_PART.test(text);

/** The id that a record has by its state; null where its kind leaves the id free. */
function idByState(record: RecordChange): string | null {
  const { kind, state } = record;
  if (state === null) return null;
  if (kind === "case") return `${state.chamber}/${state.reportingYear}/${state.consultant}`;
  if (kind === "decision") return `${state.case}/${state.number}`;
  if (kind === "sanction") return `${state.case}/${state.sanction}`;
  if (kind === "adoption") return `${state.effectiveYear}-${state.revision}`;
  if (kind === "document") return `${state.case}/${state.sha256}`;
  return null;
}

const PARTS: Partial<Record<RecordKind, number>> = { case: 3, decision: 4, sanction: 4, document: 4 };

/** Which part of its id is a SHA-256. */
const SHA256_PART: Partial<Record<RecordKind, number>> = { "rule-set": 0, document: 3 };

function faultOfId(record: RecordChange): string | null {
  const { kind, id } = record;
  const parts = id.split("/");
  if (parts.length !== (PARTS[kind] ?? 1) || !parts.every(isIdPart)) return "has an unfit id";
  if (SHA256_PART[kind] !== undefined && !SHA256.test(parts[SHA256_PART[kind]] ?? ""))
    return "has an id without a SHA-256";
  return (idByState(record) ?? id) === id ? null : "has an id that its state does not have";
}

function faultOf(record: RecordChange): string | null {
  const { kind, from, state } = record;
  if (!Number.isSafeInteger(from) || from < 0) return "is made from no version";
  if (UNCHANGING.has(kind) && from > 0) return "never changes";
  if (state === null && from === 0) return "is not there to be removed";
  if (state === null && !REMOVABLE.has(kind)) return "is kept for good";
  return faultOfId(record);
}

/**
 * Refuses a change that no store could keep, whatever it holds.
 * @throws {InvalidChange} naming the record.
 */
export function checkChange({ records }: Change): void {
  const seen = new Set<string>();
  for (const record of records) {
    const name = `${record.kind} ${record.id}`;
    const fault = seen.has(name) ? "is changed twice" : faultOf(record);
    if (fault !== null) throw new InvalidChange(`${name} ${fault}`);
    seen.add(name);
  }
}
