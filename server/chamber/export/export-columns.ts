import type { Language } from "../../../engine/index.ts";
import type { ExportCell, ExportColumn } from "../../export/export-column.ts";
import { messages } from "../../language/messages.ts";
import { sayDue } from "../year/say-line.ts";
import type { YearRow } from "../year/year-row.ts";

const numberOrNothing = (value: number | null): ExportCell => (value === null ? null : { number: value });

/** The columns of the list as it is exported, in the reader's language. */
export function exportColumns(language: Language, sanctionName: (id: string) => string): ExportColumn<YearRow>[] {
  const say = messages(language);
  const dues = (row: YearRow): string => row.dues.map((due) => sayDue(language, due, row, sanctionName)).join("; ");
  return [
    { title: say("export.number"), width: 14, cell: ({ consultant }) => ({ text: consultant }) },
    { title: say("year.column.name"), width: 36, cell: ({ name }) => ({ text: name }) },
    { title: say("year.column.state"), width: 26, cell: ({ state }) => ({ text: say(`year.state.${state}`) }) },
    { title: say("year.column.points"), width: 10, cell: ({ total }) => numberOrNothing(total) },
    { title: say("export.norm"), width: 10, cell: ({ norm }) => numberOrNothing(norm) },
    { title: say("year.column.report"), width: 24, cell: ({ report }) => ({ text: say(`year.report.${report}`) }) },
    {
      title: say("export.remarks"),
      width: 12,
      cell: ({ remarks, asOf }) => (asOf === null ? null : { number: remarks }),
    },
    { title: say("year.column.as-of"), width: 14, cell: ({ asOf }) => (asOf === null ? null : { day: asOf }) },
    { title: say("year.due"), width: 40, cell: (row) => (row.dues.length === 0 ? null : { text: dues(row) }) },
  ];
}
