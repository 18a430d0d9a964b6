import type { Language } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import { type Finding, isReplay, listInOrder } from "../finding.ts";
import type { Unlike } from "../reproduce-task.ts";
import { replayColumns } from "./export-columns.ts";
import { type Exported, exported } from "./export-routes.ts";
import type { Names } from "./impact-tables.ts";
import { peopleOf } from "./people-list.ts";
import { unlikeColumns } from "./unlike-columns.ts";

/** What a finding is exported with. */
interface ExportedFinding extends Pick<Names, "chambers"> {
  language: Language;
  /** Only the people of this flow; empty for all. */
  flow: string;
  /** The name of the files, without their ending. */
  name: string;
  /** What programs are given. */
  whole: object;
}

/** The files of a finding: the people whose outcome changes, or the decisions that are unlike. */
export function exportedFinding(
  finding: Finding,
  { language, flow, name, whole, chambers }: ExportedFinding,
): Exported {
  const say = messages(language);
  if (isReplay(finding)) {
    const columns = replayColumns(language, { chambers });
    return exported(
      name,
      { language, sheet: say("impact.sheet"), columns, rows: peopleOf(finding.list, { flow }) },
      whole,
    );
  }
  const columns = unlikeColumns(language, { chambers });
  const rows = listInOrder(finding) as Unlike[];
  return exported(name, { language, sheet: say("reproduce.sheet"), columns, rows }, whole);
}
