import type { Language } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import type { PageHead } from "../../pages/page.ts";
import type { PublishedRules } from "../../published-rules.ts";
import { filterRows } from "./filter-rows.ts";
import { listChoices } from "./list-choices.ts";
import { isFiltering, type ListFilter, SORTS, type Sort, writeFilter } from "./list-filter.ts";
import { listLine, TONES } from "./list-line.ts";
import { PAGE, pageCount, pageLinks } from "./list-pages.ts";
import { yearCounts } from "./year-counts.ts";
import { DUES, STATES, type YearRow } from "./year-row.ts";

/** What the page of a chamber's year shows, and what the reader may do on it. */
export interface YearList {
  language: Language;
  chamber: { id: string; name: string };
  year: number;
  /** The years that have cases, and the one to report on. */
  years: readonly number[];
  rows: readonly YearRow[];
  filter: ListFilter;
  rules: PublishedRules;
  mayRecord: boolean;
  mayExport: boolean;
}

const WHOLE: ListFilter = {
  state: null,
  due: null,
  report: null,
  search: "",
  sort: "name",
  descending: false,
  page: 1,
};

/** The heads of the columns: each sorts by itself, and the other way where it already does. */
function columns({ language, filter }: YearList, address: string) {
  const say = messages(language);
  return SORTS.map((sort: Sort) => {
    const current = filter.sort === sort;
    const descending = current ? !filter.descending : sort === "points" || sort === "as-of";
    return {
      label: say(`year.column.${sort}`),
      href: address + writeFilter({ ...filter, sort, descending, page: 1 }),
      order: current ? (filter.descending ? "descending" : "ascending") : null,
      number: sort === "points",
    };
  });
}

/** The numbers that the page opens with: each opens the lines that it counts. */
function facts({ language, rows }: YearList, address: string) {
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

/** Builds the page of a chamber's year: what it came to, what is due, and a page of the list. */
export function listPage(list: YearList): { head: PageHead; model: object } {
  const { language, chamber, year, years, rows, rules } = list;
  const say = messages(language);
  const base = `/${language}/chambers/${encodeURIComponent(chamber.id)}`;
  const address = `${base}/${year}`;
  const found = filterRows(rows, list.filter);
  const filter = { ...list.filter, page: Math.min(list.filter.page, pageCount(found.length)) };
  const sanctions = new Map(rules.ruleSet.sanctions.map(({ id, name }) => [id, name[language]]));
  const context = {
    language,
    address,
    mayRecord: list.mayRecord,
    sanctionName: (id: string) => sanctions.get(id) ?? id,
  };
  const lines = found.slice((filter.page - 1) * PAGE, filter.page * PAGE);
  const title = say("year.title", { chamber: chamber.name, year: String(year) });
  return {
    head: { title, section: "chambers" },
    model: {
      address,
      years: years.map((each) => ({ year: String(each), href: `${base}/${each}`, current: each === year })),
      facts: facts(list, address),
      search: filter.search,
      choices: listChoices(say, filter),
      filtering: isFiltering(filter),
      sort: filter.sort === "name" && !filter.descending ? null : `${filter.descending ? "-" : ""}${filter.sort}`,
      columns: columns({ ...list, filter }, address),
      found: say("year.found", { count: found.length }),
      lines: lines.map((row) => listLine(context, row)),
      pages: found.length > PAGE ? pageLinks(address, filter, found.length) : null,
      mayRecord: list.mayRecord,
      exports: list.mayExport
        ? {
            csv: `${address}/export.csv${writeFilter({ ...filter, page: 1 })}`,
            xlsx: `${address}/export.xlsx${writeFilter({ ...filter, page: 1 })}`,
          }
        : null,
    },
  };
}
