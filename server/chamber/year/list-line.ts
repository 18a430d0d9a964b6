import type { Language } from "../../../engine/index.ts";
import { formatDayInTable } from "../../language/days.ts";
import { messages } from "../../language/messages.ts";
import { formatNumber } from "../../language/numbers.ts";
import type { State, YearRow } from "./year-row.ts";

/** How good the news is: it chooses the colour, which only repeats the word. */
export const TONES: Readonly<Record<State, "good" | "wait" | "bad" | "plain">> = {
  unfulfilled: "bad",
  undecided: "wait",
  pending: "wait",
  fulfilled: "good",
  exempt: "good",
  "not-a-member": "plain",
  "no-duty": "plain",
};

/** A line of the list as it is shown. */
export function listLine(language: Language, address: string, row: YearRow, sanctionName: (id: string) => string) {
  const say = messages(language);
  const dues = row.dues.map((due) =>
    due === "sanction" ? say("year.impose", { sanction: sanctionName(row.sanction ?? "") }) : say(`year.due.${due}`),
  );
  const counts = row.total !== null && row.norm !== null && row.norm > 0;
  return {
    name: row.name,
    id: row.consultant,
    href:
      row.asOf === null
        ? `${address}/new?consultant=${encodeURIComponent(row.consultant)}`
        : `${address}/${encodeURIComponent(row.consultant)}`,
    state: say(`year.state.${row.state}`),
    tone: TONES[row.state],
    points: counts
      ? say("year.points", {
          total: formatNumber(language, row.total ?? 0),
          norm: formatNumber(language, row.norm ?? 0),
        })
      : null,
    report: say(`year.report.${row.report}`),
    dues,
    remarks: row.remarks > 0 ? say("year.remarks", { count: row.remarks }) : null,
    asOf: row.asOf && formatDayInTable(language, row.asOf),
  };
}
