import type { Language, Problem } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import { formatNumber } from "../../language/numbers.ts";
import { describe } from "../../report-check/field-errors.ts";
import type { DocumentRecord, Stored } from "../../store/records.ts";
import { plainField } from "../plain-field.ts";
import { ACCEPTED } from "./document-kinds.ts";

/** The largest document, in bytes. */
export const LARGEST_DOCUMENT = 10 * 1024 * 1024;

const MEBIBYTE = 1024 * 1024;

/** A document as a line of the case. */
export function documentLine(language: Language, address: string, { state }: Stored<DocumentRecord>) {
  const { name, mediaType, bytes, sha256 } = state;
  const kind = mediaType.split("/")[1]?.toUpperCase() ?? "";
  const size = formatNumber(language, Math.max(0.01, Math.round((bytes / MEBIBYTE) * 100) / 100));
  return {
    name,
    href: `${address}/documents/${sha256}`,
    details: messages(language)("document.details", { kind, size }),
  };
}

/** The form that attaches a document. */
export function attachView(language: Language, address: string, problem: Problem | null) {
  const say = messages(language);
  const hint = say("document.hint", { limit: LARGEST_DOCUMENT / MEBIBYTE });
  const field = plainField({
    id: "file",
    label: say("document.file"),
    hint,
    error: problem && describe(language, problem),
  });
  return { action: `${address}/documents`, field: { ...field, accept: ACCEPTED } };
}
