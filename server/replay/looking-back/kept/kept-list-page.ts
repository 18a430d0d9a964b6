import type { Language } from "../../../../engine/index.ts";
import { formatInstant } from "../../../language/instants.ts";
import { messages } from "../../../language/messages.ts";
import type { LookingBack, Stored } from "../../../store/records.ts";
import { crumbsOf, type Outlook } from "../outlook.ts";
import { filterKept, isFiltering, type KeptFilter, KINDS, writeKeptFilter } from "./kept-filter.ts";
import { sayFigures, sayScope } from "./say-kept.ts";
import { sayLookedFor } from "./say-looked-for.ts";

/** How many results a page lists. */
const PAGE = 25;

/** What the list of kept results is made from. */
export interface ShownKept {
  language: Language;
  outlook: Outlook;
  filter: KeptFilter;
  all: readonly Stored<LookingBack>[];
  chambers: ReadonlyMap<string, string>;
  /** Whether other than two results were chosen to be compared. */
  isNotTwo: boolean;
}

function keptLine({ language, outlook, chambers }: ShownKept, { id, state }: Stored<LookingBack>) {
  return {
    id,
    href: `${outlook.address}/kept/${id}`,
    name: sayLookedFor(language, state.asked),
    scope: sayScope(language, state, chambers),
    at: formatInstant(language, state.keptAt),
    by: state.keptBy.name,
    note: state.note,
    figures: sayFigures(language, state),
  };
}

function filterView({ language, filter, all }: ShownKept) {
  const say = messages(language);
  const people = new Map(all.map(({ state }) => [state.keptBy.account ?? "", state.keptBy.name]));
  const { from, to } = filter;
  return {
    from,
    to,
    kinds: KINDS.map((kind) => ({ value: kind, text: say(`kept.kind.${kind}`), selected: kind === filter.kind })),
    people: [...people]
      .sort(([, a], [, b]) => a.localeCompare(b, language))
      .map(([value, text]) => ({ value, text, selected: value === filter.by })),
  };
}

/** The ways to newer and older results. */
function waysView({ language, outlook, filter }: ShownKept, found: number) {
  const say = messages(language);
  const way = (page: number, text: string) => ({
    href: `${outlook.address}/kept${writeKeptFilter({ ...filter, page })}`,
    text,
  });
  return [
    ...(filter.page > 1 ? [way(filter.page - 1, say("kept.newer"))] : []),
    ...(filter.page * PAGE < found ? [way(filter.page + 1, say("kept.older"))] : []),
  ];
}

/** Builds the list of kept results: who, when, what, and what came of it. */
export function keptListPage(shown: ShownKept) {
  const { language, outlook, filter, all, isNotTwo } = shown;
  const found = filterKept(all, filter);
  const say = messages(language);
  return {
    crumbs: crumbsOf(language, outlook),
    heading: say("kept.title"),
    address: `${outlook.address}/kept`,
    filter: filterView(shown),
    filtering: isFiltering(filter),
    error: isNotTwo ? say("kept.not-two") : null,
    found: say("kept.found", { count: found.length }),
    lines: found.slice((filter.page - 1) * PAGE, filter.page * PAGE).map((one) => keptLine(shown, one)),
    mayCompare: found.length > 1,
    ways: waysView(shown, found.length),
  };
}
