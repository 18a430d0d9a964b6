import type { Messages } from "../../language/messages.ts";
import { type ListFilter, REPORT_STATES } from "./list-filter.ts";
import { DUES, STATES } from "./year-row.ts";

/** The choices of the filter's fields, each with what is chosen now. */
export function listChoices(say: Messages, { state, due, report }: ListFilter) {
  const choices = <T extends string>(known: readonly T[], key: (value: T) => string, chosen: T | null) =>
    known.map((value) => ({ value, text: say(key(value)), selected: value === chosen }));
  return [
    {
      id: "outcome",
      label: say("year.filter.outcome"),
      choices: choices(STATES, (value) => `year.state.${value}`, state),
    },
    { id: "due", label: say("year.filter.due"), choices: choices(DUES, (value) => `year.due.${value}`, due) },
    {
      id: "report",
      label: say("year.filter.report"),
      choices: choices(REPORT_STATES, (value) => `year.report.${value}`, report),
    },
  ];
}
