import type { Language } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import { formatNumber } from "../../language/numbers.ts";
import type { Replayed, Standing } from "../replay-case.ts";
import type { Names } from "./impact-tables.ts";
import { afterOf, flowOf, OUTCOME_TONES } from "./outcomes.ts";
import { type ReplayQuery, writeReplayQuery } from "./replay-query.ts";

/** How many people a page of the list shows. */
const PAGE = 25;

const order = (a: Replayed, b: Replayed): number =>
  a.reportingYear - b.reportingYear || a.chamber.localeCompare(b.chamber, "en") || a.name.localeCompare(b.name, "kk");

/** The people whose outcome changes, or whose case is refused: those of one flow, where one is asked for. */
export const peopleOf = (changed: readonly Replayed[], { flow }: Pick<ReplayQuery, "flow">): Replayed[] =>
  changed.filter((one) => flow === "" || flowOf(one) === flow).sort(order);

const points = (language: Language, { total, norm }: Standing): string =>
  `${formatNumber(language, total)} / ${formatNumber(language, norm)}`;

const pageCount = (people: number): number => Math.max(1, Math.ceil(people / PAGE));

function pagesView(address: string, query: ReplayQuery, people: number) {
  const last = pageCount(people);
  const near = [1, query.page - 1, query.page, query.page + 1, last].filter((page) => page >= 1 && page <= last);
  const shown = [...new Set(near)].sort((a, b) => a - b);
  return shown.map((page, at) => ({
    page,
    href: `${address}${writeReplayQuery({ ...query, page })}#people`,
    current: page === query.page,
    gap: at > 0 && page > (shown[at - 1] as number) + 1,
  }));
}

/** What the list is shown with. */
export interface ShownPeople {
  language: Language;
  address: string;
  query: ReplayQuery;
  names: Names;
  /** The page that a line opens; null where there is none. */
  hrefOf(replayed: Replayed): string | null;
}

/** A page of the list. */
export function peopleView(
  { language, address, query: asked, names, hrefOf }: ShownPeople,
  changed: readonly Replayed[],
) {
  const say = messages(language);
  const people = peopleOf(changed, asked);
  const query = { ...asked, page: Math.min(asked.page, pageCount(people.length)) };
  const lines = people.slice((query.page - 1) * PAGE, query.page * PAGE);
  return {
    found: say("impact.people.found", { count: people.length }),
    all: query.flow ? `${address}${writeReplayQuery({ ...query, flow: "", page: 1 })}#people` : null,
    lines: lines.map((one) => ({
      name: one.name,
      id: one.consultant,
      href: hrefOf(one),
      chamber: names.chambers.get(one.chamber) ?? one.chamber,
      year: String(one.reportingYear),
      before: say(`outcome.${one.before.outcome}`),
      beforeTone: OUTCOME_TONES[one.before.outcome],
      beforePoints: points(language, one.before),
      after: one.after ? say(`outcome.${one.after.outcome}`) : say("impact.refused"),
      afterTone: OUTCOME_TONES[afterOf(one)],
      afterPoints: one.after ? points(language, one.after) : null,
    })),
    pages: people.length > PAGE ? pagesView(address, query, people.length) : null,
  };
}
