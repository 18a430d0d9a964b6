import type { Language } from "../../../engine/index.ts";
import type { ExportColumn } from "../../export/export-column.ts";
import { messages } from "../../language/messages.ts";
import type { Replayed } from "../replay-case.ts";
import type { Names } from "./impact-tables.ts";

/** The columns of the list of people whose outcome changes, in the reader's language. */
export function replayColumns(language: Language, { chambers }: Pick<Names, "chambers">): ExportColumn<Replayed>[] {
  const say = messages(language);
  return [
    { title: say("export.number"), width: 14, cell: ({ consultant }) => ({ text: consultant }) },
    { title: say("year.column.name"), width: 36, cell: ({ name }) => ({ text: name }) },
    {
      title: say("impact.column.chamber"),
      width: 32,
      cell: ({ chamber }) => ({ text: chambers.get(chamber) ?? chamber }),
    },
    { title: say("impact.column.year"), width: 10, cell: ({ reportingYear }) => ({ number: reportingYear }) },
    { title: say("impact.before"), width: 24, cell: ({ before }) => ({ text: say(`outcome.${before.outcome}`) }) },
    { title: say("impact.points-before"), width: 12, cell: ({ before }) => ({ number: before.total }) },
    { title: say("impact.norm-before"), width: 12, cell: ({ before }) => ({ number: before.norm }) },
    {
      title: say("impact.after"),
      width: 24,
      cell: ({ after }) => ({ text: after ? say(`outcome.${after.outcome}`) : say("impact.refused") }),
    },
    { title: say("impact.points-after"), width: 12, cell: ({ after }) => after && { number: after.total } },
    { title: say("impact.norm-after"), width: 12, cell: ({ after }) => after && { number: after.norm } },
  ];
}
