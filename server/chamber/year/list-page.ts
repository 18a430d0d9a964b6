import type { Language } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import type { PageHead } from "../../pages/page.ts";
import type { PublishedRules } from "../../published-rules.ts";
import { chamberAddress } from "../places.ts";
import { registerAddress } from "../register/places.ts";
import { filterRows } from "./filter-rows.ts";
import { listChoices } from "./list-choices.ts";
import { listColumns } from "./list-columns.ts";
import { listFacts } from "./list-facts.ts";
import { isFiltering, type ListFilter, writeFilter } from "./list-filter.ts";
import { listLine } from "./list-line.ts";
import { PAGE, pageCount, pageLinks } from "./list-pages.ts";
import type { YearRow } from "./year-row.ts";

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

/** Builds the page of a chamber's year: what it came to, what is due, and a page of the list. */
export function listPage(list: YearList): { head: PageHead; model: object } {
  const { language, chamber, year, years, rows, rules } = list;
  const say = messages(language);
  const base = chamberAddress(language, chamber.id);
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
      register: registerAddress(language, chamber.id),
      years: years.map((each) => ({ year: String(each), href: `${base}/${each}`, current: each === year })),
      facts: listFacts(list, address),
      search: filter.search,
      choices: listChoices(say, filter),
      filtering: isFiltering(filter),
      sort: filter.sort === "name" && !filter.descending ? null : `${filter.descending ? "-" : ""}${filter.sort}`,
      columns: listColumns({ ...list, filter }, address),
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
