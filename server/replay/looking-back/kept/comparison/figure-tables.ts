import type { Language } from "../../../../../engine/index.ts";
import { messages } from "../../../../language/messages.ts";
import { formatNumber } from "../../../../language/numbers.ts";
import { sayFlow } from "../../../pages/impact-tables.ts";
import { type FigureGroup, type FigurePair, figuresToCompare, groupsOfBoth, pairsOf } from "./figures.ts";
import type { ShownComparison } from "./shown-comparison.ts";

function nameOfFigure({ language, chambers, forms }: ShownComparison, group: FigureGroup, name: string): string {
  if (group === "total") return messages(language)(`comparison.total.${name}`);
  if (group === "flows") return sayFlow(language, name);
  return (group === "forms" ? forms : chambers).get(name) ?? name;
}

const signed = (language: Language, number: number): string =>
  number === 0 ? "0" : `${number > 0 ? "+" : "−"}${formatNumber(language, Math.abs(number))}`;

function pairView(shown: ShownComparison, group: FigureGroup, { name, one, other }: FigurePair) {
  const { language } = shown;
  const write = group === "forms" ? signed : formatNumber;
  const written = (figure: number | null): string => (figure === null ? "–" : write(language, figure));
  return {
    name: nameOfFigure(shown, group, name),
    one: written(one),
    other: written(other),
    difference: one === null || other === null ? "–" : signed(language, other - one),
    differs: one !== other,
  };
}

/** The figures of both, group by group, with their differences. */
export function figureTables(shown: ShownComparison) {
  const { language } = shown;
  const [one, other] = [figuresToCompare(shown.one.state), figuresToCompare(shown.other.state)];
  return groupsOfBoth(one, other)
    .map((group) => ({
      id: group,
      title: messages(language)(`comparison.group.${group}`),
      rows: pairsOf(one, other, group)
        .map((pair) => pairView(shown, group, pair))
        .sort((a, b) => (group === "total" ? 0 : a.name.localeCompare(b.name, language))),
    }))
    .filter(({ rows }) => rows.length > 0);
}
