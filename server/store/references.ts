import type { RecordChange } from "./change.ts";
import type { RecordKind } from "./records.ts";

/** A record that another one points to, and that has to be there. */
export interface Reference {
  kind: RecordKind;
  id: string;
}

/** The records that a record points to: they have to be there, or to come with the same change. */
export function referencesOf({ kind, id, state }: Pick<RecordChange, "kind" | "id" | "state">): Reference[] {
  const record = { kind, id, state } as RecordChange;
  if (record.state === null) return [];
  switch (record.kind) {
    case "consultant":
      return [{ kind: "chamber", id: record.state.chamber }];
    case "case":
      return [
        { kind: "chamber", id: record.state.chamber },
        { kind: "consultant", id: record.state.consultant },
      ];
    case "decision":
      return [{ kind: "case", id: record.state.case }, ...decisionBefore(record.state.case, record.state.number)];
    case "sanction":
    case "document":
      return [{ kind: "case", id: record.state.case }];
    case "adoption":
      return [{ kind: "rule-set", id: record.state.ruleSet }, ...draftOf(record.state.draft)];
    case "looking-back":
      return record.state.chamber === null ? [] : [{ kind: "chamber", id: record.state.chamber }];
    case "credential":
      return [{ kind: "account", id: record.id }];
    case "session":
      return [{ kind: "account", id: record.state.account }];
    case "link":
      return record.state.account === null ? [] : [{ kind: "account", id: record.state.account }];
    default:
      return [];
  }
}

const draftOf = (draft: string | null): Reference[] => (draft === null ? [] : [{ kind: "draft", id: draft }]);

/** Decisions on a case are numbered without a gap. */
const decisionBefore = (caseId: string, number: number): Reference[] =>
  number > 1 ? [{ kind: "decision", id: `${caseId}/${number - 1}` }] : [];
