import { messages } from "../../language/messages.ts";
import { type ListFilter, writeFilter } from "./list-filter.ts";
import { TONES } from "./list-line.ts";
import type { YearList } from "./list-page.ts";
import { yearCounts } from "./year-counts.ts";
import { DUES, STATES } from "./year-row.ts";

const WHOLE: ListFilter = {
  state: null,
  due: null,
  report: null,
  search: "",
  sort: "name",
  descending: false,
  page: 1,
};

/** The numbers that the page opens with: each opens the lines that it counts. */
export function listFacts({ language, rows }: YearList, address: string) {
  const say = messages(language);
  const counts = yearCounts(rows);
  const states = STATES.filter((state) => counts.states[state] > 0);
  return {
    lead: say("year.lead", { all: counts.all, decided: counts.decided }),
    states: states.map((state) => ({
      text: say(`year.state.${state}`),
      count: counts.states[state],
      tone: TONES[state],
      href: address + writeFilter({ ...WHOLE, state }),
    })),
    dues: DUES.filter((due) => counts.dues[due] > 0).map((due) => ({
      text: say(`year.due-count.${due}`, { count: counts.dues[due] }),
      href: address + writeFilter({ ...WHOLE, due }),
    })),
  };
}
