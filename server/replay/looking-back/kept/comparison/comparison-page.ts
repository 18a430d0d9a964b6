import type { Language } from "../../../../../engine/index.ts";
import { formatInstant } from "../../../../language/instants.ts";
import { messages } from "../../../../language/messages.ts";
import { formatNumber } from "../../../../language/numbers.ts";
import { waysOut } from "../../../pages/export-routes.ts";
import { sayFlow } from "../../../pages/impact-tables.ts";
import { crumbsOf, type Outlook } from "../../outlook.ts";
import type { KeptResult } from "../kept-result.ts";
import { nameOfKept, sayFigures, sayScope } from "../say-kept.ts";
import { sayLookedFor, triedSets } from "../say-looked-for.ts";
import { type Differing, differing } from "./differing.ts";
import { FIGURE_GROUPS, type FigureGroup, type FigurePair, figuresToCompare, pairsOf } from "./figures.ts";
import { saySaid } from "./say-said.ts";

/** How many people a page shows. */
const PAGE = 50;

/** What the comparison of two kept results is made from. */
export interface ShownComparison {
  language: Language;
  outlook: Outlook;
  one: KeptResult;
  other: KeptResult;
  /** The first page is 1. */
  page: number;
  chambers: ReadonlyMap<string, string>;
  forms: ReadonlyMap<string, string>;
}

const LISTED = "kept";

/** The address of a comparison, of its files where an ending is named. */
export const comparisonQuery = (one: string, other: string): string =>
  `?${new URLSearchParams([
    ["result", one],
    ["result", other],
  ])}`;

function nameOfFigure({ language, chambers, forms }: ShownComparison, group: FigureGroup, name: string): string {
  if (group === "total") return messages(language)(`comparison.total.${name}`);
  if (group === "flows") return sayFlow(language, name);
  return (group === "forms" ? forms : chambers).get(name) ?? name;
}

const signed = (language: Language, number: number): string =>
  number === 0 ? "0" : `${number > 0 ? "+" : "−"}${formatNumber(language, Math.abs(number))}`;

function pairView(shown: ShownComparison, group: FigureGroup, { name, one, other }: FigurePair) {
  const { language } = shown;
  const written = (figure: number | null): string => (figure === null ? "–" : formatNumber(language, figure));
  return {
    name: nameOfFigure(shown, group, name),
    one: written(one),
    other: written(other),
    difference: one === null || other === null ? "–" : signed(language, other - one),
    differs: one !== other,
  };
}

function groupsView(shown: ShownComparison) {
  const { language } = shown;
  const [one, other] = [figuresToCompare(shown.one.state), figuresToCompare(shown.other.state)];
  return FIGURE_GROUPS.map((group) => ({
    id: group,
    title: messages(language)(`comparison.group.${group}`),
    rows: pairsOf(one, other, group)
      .map((pair) => pairView(shown, group, pair))
      .sort((a, b) => (group === "total" ? 0 : a.name.localeCompare(b.name, language))),
  })).filter(({ rows }) => rows.length > 0);
}

/** What each of the two is. */
function factsView({ language, one, other, chambers }: ShownComparison) {
  const say = messages(language);
  const facts = ({ state }: KeptResult): [term: string, text: string][] => [
    [say("comparison.looked-for"), sayLookedFor(language, state.asked)],
    [say("comparison.found"), sayFigures(language, state)],
    [say("kept.fact.scope"), sayScope(language, state, chambers)],
    [say("kept.fact.by"), `${state.keptBy.name}, ${formatInstant(language, state.keptAt)}`],
    [say("comparison.from"), formatInstant(language, state.begunAt)],
    [say("kept.fact.engine"), state.engine],
    [say("kept.fact.rule-set"), triedSets(state.asked).join(" ") || "–"],
    [say("comparison.note"), state.note ?? "–"],
  ];
  const others = facts(other);
  return facts(one).map(([term, before], at) => {
    const after = others[at]?.[1] ?? "–";
    return { term, before, after, differs: before !== after };
  });
}

function personView({ language, chambers }: ShownComparison, { place, name, one, other }: Differing) {
  const [chamber = "", year = "", consultant = ""] = place.split("/");
  return {
    name: name ?? (consultant || place),
    id: consultant || place,
    chamber: chambers.get(chamber) ?? chamber,
    year,
    one: saySaid(language, one),
    other: saySaid(language, other),
  };
}

/** Builds the comparison of two kept results: the figures with their differences, and the people who differ. */
export function comparisonPage(shown: ShownComparison) {
  const { language, outlook, one, other, page } = shown;
  const say = messages(language);
  const people = differing(one, other);
  const query = comparisonQuery(one.id, other.id);
  const address = `${outlook.address}/${LISTED}/compare`;
  const last = Math.max(1, Math.ceil(people.length / PAGE));
  const at = Math.min(page, last);
  const way = (to: number, text: string) => ({ href: `${address}${query}&page=${to}#people`, text });
  return {
    crumbs: [...crumbsOf(language, outlook), { href: `${outlook.address}/${LISTED}`, text: say("kept.title") }],
    heading: say("comparison.title"),
    verdict: say("comparison.verdict", { count: people.length }),
    one: { href: `${outlook.address}/${LISTED}/${one.id}`, name: nameOfKept(language, one) },
    other: { href: `${outlook.address}/${LISTED}/${other.id}`, name: nameOfKept(language, other) },
    facts: factsView(shown),
    groups: groupsView(shown),
    people: people.slice((at - 1) * PAGE, at * PAGE).map((person) => personView(shown, person)),
    ways: [
      ...(at > 1 ? [way(at - 1, say("comparison.back"))] : []),
      ...(at < last ? [way(at + 1, say("comparison.on"))] : []),
    ],
    exports: waysOut(address, query),
  };
}
