import { messages } from "../../../../language/messages.ts";
import { waysOut } from "../../../pages/export-routes.ts";
import { crumbsOf } from "../../outlook.ts";
import { nameOfKept } from "../say-kept.ts";
import { bothFacts } from "./both-facts.ts";
import { type Differing, differing } from "./differing.ts";
import { figureTables } from "./figure-tables.ts";
import { saySaid } from "./say-said.ts";
import type { ShownComparison } from "./shown-comparison.ts";

/** How many people a page shows. */
const PAGE = 50;

const LISTED = "kept";

/** The query that names both. */
const comparisonQuery = (one: string, other: string): string =>
  `?${new URLSearchParams([
    ["result", one],
    ["result", other],
  ])}`;

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
    facts: bothFacts(shown),
    groups: figureTables(shown),
    people: people.slice((at - 1) * PAGE, at * PAGE).map((person) => personView(shown, person)),
    ways: [
      ...(at > 1 ? [way(at - 1, say("comparison.back"))] : []),
      ...(at < last ? [way(at + 1, say("comparison.on"))] : []),
    ],
    exports: waysOut(address, query),
  };
}
