import type { Language } from "../../../engine/index.ts";
import type { ExportCell, ExportColumn } from "../../export/export-column.ts";
import { messages } from "../../language/messages.ts";
import type { Unlike } from "../reproduce-task.ts";
import type { Names } from "./impact-tables.ts";

/** The parts of a decision's id: its chamber, year, consultant and number; none where an event cannot be read. */
function partOf({ decision }: Unlike, at: number): string {
  const parts = decision.split("/");
  return parts.length === 4 ? (parts[at] ?? "") : "";
}

const number = (text: string): ExportCell => (text === "" ? null : { number: Number(text) });

/** The columns of the list of decisions that are unlike, in the reader's language. */
export function unlikeColumns(language: Language, { chambers }: Pick<Names, "chambers">): ExportColumn<Unlike>[] {
  const say = messages(language);
  return [
    { title: say("reproduce.column.decision"), width: 36, cell: ({ decision }) => ({ text: decision }) },
    {
      title: say("impact.column.chamber"),
      width: 32,
      cell: (one) => ({ text: chambers.get(partOf(one, 0)) ?? partOf(one, 0) }),
    },
    { title: say("impact.column.year"), width: 10, cell: (one) => number(partOf(one, 1)) },
    { title: say("export.number"), width: 14, cell: (one) => ({ text: partOf(one, 2) }) },
    {
      title: say("reproduce.column.why"),
      width: 60,
      cell: ({ code, place, recorded, now }) => ({ text: say(`unlike.${code}`, { place, recorded, now }) }),
    },
    { title: say("reproduce.column.place"), width: 30, cell: ({ place }) => ({ text: place }) },
    { title: say("reproduce.column.recorded"), width: 40, cell: ({ recorded }) => ({ text: recorded }) },
    { title: say("reproduce.column.now"), width: 40, cell: ({ now }) => ({ text: now }) },
  ];
}
