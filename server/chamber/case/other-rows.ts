import { firstField } from "../../report-check/report-fields.ts";
import { type TypedReport, withoutRow } from "../../report-check/typed-report.ts";
import type { SentForm } from "./sent-form.ts";

/** The form with a row more or less; null where something else is asked for. */
export function withOtherRows({ typed, do: action }: SentForm): { typed: TypedReport; focus?: string } | null {
  if (action.do === "show") return { typed };
  if (action.do === "remove") return { typed: withoutRow(typed, action.kind, action.at), focus: `add-${action.kind}` };
  if (action.do !== "add") return null;
  const at = typed.rows[action.kind]++;
  return { typed, focus: firstField(action.kind, at) };
}
