import { type ListFilter, writeFilter } from "./list-filter.ts";

/** How many lines a page of the list shows. */
export const PAGE = 50;

interface PageLink {
  page: number;
  href: string;
  current: boolean;
  /** Whether pages are left out before this one. */
  gap: boolean;
}

/** How many pages so many lines fill: at least one. */
export const pageCount = (lines: number): number => Math.max(1, Math.ceil(lines / PAGE));

/** Links to the first and the last page and to those beside the current one. */
export function pageLinks(address: string, filter: ListFilter, lines: number): PageLink[] {
  const last = pageCount(lines);
  const shown = [1, filter.page - 1, filter.page, filter.page + 1, last].filter((page) => page >= 1 && page <= last);
  const pages = [...new Set(shown)].sort((a, b) => a - b);
  return pages.map((page, at) => ({
    page,
    href: address + writeFilter({ ...filter, page }),
    current: page === filter.page,
    gap: at > 0 && page > (pages[at - 1] as number) + 1,
  }));
}
