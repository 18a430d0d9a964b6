import type { Language } from "../../../engine/index.ts";
import type { RecordEvent } from "../../store/change.ts";
import type { RecordStates } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import { stateDifferences } from "./differences.ts";
import { recordView } from "./event-words.ts";
import type { Voice } from "./field-texts.ts";
import { isSecret } from "./shown-fields.ts";
import { stateBefore } from "./state-before.ts";

/** Where a record can be seen as it is now; null where there is no page of it. */
function pageOf(language: Language, { kind, id }: RecordEvent): string | null {
  const path = id.split("/").map(encodeURIComponent);
  const base = `/${language}/chambers`;
  if (kind === "chamber" || kind === "case") return `${base}/${path.join("/")}`;
  if (kind === "decision") return `${base}/${path.slice(0, 3).join("/")}/decisions/${path[3]}`;
  if (kind === "looking-back") return `/${language}/looking-back/kept/${path[0]}`;
  return kind === "sanction" || kind === "document" ? `${base}/${path.slice(0, 3).join("/")}` : null;
}

function kindOfChange({ before, after }: RecordEvent): "added" | "changed" | "removed" {
  if (before === null) return "added";
  return after === null ? "removed" : "changed";
}

/** What an event did to a record: each field before and after. Of a record with secrets, only that it changed. */
export async function recordChange(store: Store, voice: Voice, record: RecordEvent, seq: number) {
  const { language, say } = voice;
  const secret = isSecret(record.kind);
  const before = secret ? null : await stateBefore(store, record, seq);
  const change = kindOfChange(record);
  type State = RecordStates[typeof record.kind] | null;
  return {
    ...recordView(language, record),
    anchor: `record-${record.kind}-${record.id.replace(/[^a-z0-9]+/gi, "-")}`,
    change: say(`audit.change.${change}`),
    added: change === "added",
    note: secret ? say("audit.secret") : before === undefined ? say("audit.before-lost") : null,
    differences: secret ? [] : stateDifferences(voice, record.kind, (before ?? null) as State, record.state),
    hashes: { before: record.before, after: record.after },
    page: pageOf(language, record),
  };
}
