import type { Language } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import { formatNumber } from "../../language/numbers.ts";
import type { Replayed, Standing } from "../replay-case.ts";
import type { Names } from "./impact-tables.ts";
import { afterOf, flowOf, OUTCOME_TONES } from "./outcomes.ts";
import { type ReplayQuery, writeReplayQuery } from "./replay-query.ts";

/** How many people a page of the list shows. */
const PAGE = 25;

const NAMES = new Intl.Collator("kk");
const byName = (a: Replayed, b: Replayed): number =>
  NAMES.compare(a.name, b.name) || (a.consultant < b.consultant ? -1 : 1);

/** The people whose outcome changes, or whose case is refused, by year and chamber: those of one flow, where one is asked for. */
function byPlace(changed: readonly Replayed[], { flow }: Pick<ReplayQuery, "flow">): Replayed[][] {
  const places = new Map<string, Replayed[]>();
  for (const one of changed) {
    if (flow !== "" && flowOf(one) !== flow) continue;
    const place = `${one.reportingYear} ${one.chamber}`;
    const people = places.get(place);
    if (people) people.push(one);
    else places.set(place, [one]);
  }
  return [...places.keys()].sort().map((place) => places.get(place) as Replayed[]);
}

/** All of them, in order: whichever thread was first, whoever asks again finds the same. */
export const peopleOf = (changed: readonly Replayed[], query: Pick<ReplayQuery, "flow">): Replayed[] =>
  byPlace(changed, query).flatMap((people) => people.sort(byName));

/** Some of them: only the chambers' years that they are of are put in order, so that no other page waits for the rest. */
function someOf(places: readonly Replayed[][], from: number, to: number): Replayed[] {
  const some: Replayed[] = [];
  let before = 0;
  for (const people of places) {
    if (before < to && before + people.length > from)
      some.push(...people.sort(byName).slice(Math.max(0, from - before), to - before));
    before += people.length;
  }
  return some;
}

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
  const places = byPlace(changed, asked);
  const count = places.reduce((sum, { length }) => sum + length, 0);
  const query = { ...asked, page: Math.min(asked.page, pageCount(count)) };
  const lines = someOf(places, (query.page - 1) * PAGE, query.page * PAGE);
  return {
    found: say("impact.people.found", { count }),
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
    pages: count > PAGE ? pagesView(address, query, count) : null,
  };
}
