import type { Language } from "../../../../../engine/index.ts";
import type { ExportColumn } from "../../../../export/export-column.ts";
import { messages } from "../../../../language/messages.ts";
import { type Exported, exported } from "../../../pages/export-routes.ts";
import type { KeptResult } from "../kept-result.ts";
import { nameOfKept } from "../say-kept.ts";
import { type Differing, differing } from "./differing.ts";
import { figuresToCompare } from "./figures.ts";
import { saySaid } from "./say-said.ts";

/** What the files of a comparison are made from. */
interface ExportedComparison {
  language: Language;
  one: KeptResult;
  other: KeptResult;
  chambers: ReadonlyMap<string, string>;
}

const partOf = ({ place }: Differing, at: number): string => place.split("/")[at] ?? "";

function columnsOf({ language, one, other, chambers }: ExportedComparison): ExportColumn<Differing>[] {
  const say = messages(language);
  const year = (row: Differing) => (partOf(row, 1) === "" ? null : { number: Number(partOf(row, 1)) });
  return [
    { title: say("export.number"), width: 14, cell: (row) => ({ text: partOf(row, 2) || row.place }) },
    { title: say("year.column.name"), width: 36, cell: ({ name }) => ({ text: name ?? "" }) },
    {
      title: say("impact.column.chamber"),
      width: 32,
      cell: (row) => ({ text: chambers.get(partOf(row, 0)) ?? partOf(row, 0) }),
    },
    { title: say("impact.column.year"), width: 10, cell: year },
    { title: nameOfKept(language, one), width: 50, cell: (row) => ({ text: saySaid(language, row.one) }) },
    { title: nameOfKept(language, other), width: 50, cell: (row) => ({ text: saySaid(language, row.other) }) },
  ];
}

/** The files of a comparison: the people who differ, and for programs the figures too. */
export function exportedComparison(given: ExportedComparison): Exported {
  const { language, one, other } = given;
  const rows = differing(one, other);
  const side = ({ id, state }: KeptResult) => ({ id, asked: state.asked, figures: figuresToCompare(state) });
  const whole = { one: side(one), other: side(other), people: rows };
  return exported(
    "comparison",
    { language, sheet: messages(language)("comparison.sheet"), columns: columnsOf(given), rows },
    whole,
  );
}
