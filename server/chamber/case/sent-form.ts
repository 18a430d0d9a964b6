import { randomUUID } from "node:crypto";
import { type Action as RowAction, readAction } from "../../report-check/action.ts";
import { readTypedReport, type TypedReport } from "../../report-check/typed-report.ts";

/** What the form of a case brings: what was typed, and from which version of the case, once. */
export interface SentForm {
  typed: TypedReport;
  do: RowAction | { do: "record" };
  /** The version of the case record that the form was made from. */
  from: number;
  submission: string;
  reason: string;
  /** The mark of the decision that was shown before this was sent. */
  seen: string | null;
}

const SUBMISSION = /^[\w-]{8,100}$/;
const KEEPS_BLANK_ROWS = new Set(["add", "remove", "show"]);

export const newSubmission = (): string => randomUUID();

const readVersion = (text: string | null): number => (/^\d{1,9}$/.test(text ?? "") ? Number(text) : 0);

/** Reads the form of a case. */
export function readSentForm(body: URLSearchParams): SentForm {
  const pressed = body.get("do") ?? undefined;
  const action = pressed === "record" ? { do: "record" as const } : readAction(pressed);
  const submission = body.get("submission") ?? "";
  return {
    typed: readTypedReport(body, KEEPS_BLANK_ROWS.has(action.do) ? "keep" : "leave-out"),
    do: action,
    from: readVersion(body.get("version")),
    submission: SUBMISSION.test(submission) ? submission : newSubmission(),
    reason: (body.get("reason") ?? "").trim(),
    seen: body.get("seen"),
  };
}
