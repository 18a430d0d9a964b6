import type { Language } from "../../../engine/index.ts";
import { formatDayInTable } from "../../language/days.ts";
import { messages } from "../../language/messages.ts";
import { pointsOf, sayDue } from "./say-line.ts";
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

/** What the lines are made with: their language, the address of the list, and what its reader may do. */
export interface LineContext {
  language: Language;
  address: string;
  mayRecord: boolean;
  sanctionName(id: string): string;
}

/** Where a line leads: to the case, or to where one is entered. */
function hrefOf({ address, mayRecord }: LineContext, { consultant, kept }: YearRow): string | null {
  if (kept) return `${address}/${encodeURIComponent(consultant)}`;
  return mayRecord ? `${address}/new?consultant=${encodeURIComponent(consultant)}` : null;
}

/** A line of the list as it is shown. */
export function listLine(context: LineContext, row: YearRow) {
  const { language, sanctionName } = context;
  const say = messages(language);
  const { total, norm } = row;
  return {
    name: row.name,
    id: row.consultant,
    href: hrefOf(context, row),
    state: say(`year.state.${row.state}`),
    tone: TONES[row.state],
    points: total !== null && norm ? pointsOf(language, { total, norm }) : null,
    report: say(`year.report.${row.report}`),
    dues: row.dues.map((due) => sayDue(language, due, row, sanctionName)),
    remarks: row.remarks > 0 ? say("year.remarks", { count: row.remarks }) : null,
    asOf: row.asOf && formatDayInTable(language, row.asOf),
  };
}
