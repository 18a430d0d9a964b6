import { messages } from "../../language/messages.ts";
import { SORTS, type Sort, writeFilter } from "./list-filter.ts";
import type { YearList } from "./list-page.ts";

/** The heads of the columns: each sorts by itself, and the other way where it already does. */
export function listColumns({ language, filter }: YearList, address: string) {
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
