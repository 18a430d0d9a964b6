import type { Language } from "../../../engine/index.ts";
import { neutralCell } from "../../export/neutral-cell.ts";
import { messages } from "../../language/messages.ts";
import type { EventHead } from "../../store/change.ts";
import { actionName } from "./event-words.ts";

const COLUMNS = [
  "seq",
  "at",
  "who",
  "account",
  "action",
  "record",
  "id",
  "version",
  "before",
  "after",
  "reason",
] as const;

/** The heads of the columns. */
export const exportHead = (language: Language): string[] =>
  COLUMNS.map((column) => messages(language)(`audit.column.${column}`));

/** An event as rows, one for each record: what happened, and hashes, never a state. */
export const exportRows = (language: Language, { seq, at, by, action, reason, records }: EventHead): string[][] =>
  records.map(({ kind, id, version, before, after }) =>
    [
      String(seq),
      at,
      by.name,
      by.account ?? "",
      actionName(language, action),
      messages(language)(`record.${kind}`),
      id,
      String(version),
      before ?? "",
      after ?? "",
      reason ?? "",
    ].map(neutralCell),
  );
