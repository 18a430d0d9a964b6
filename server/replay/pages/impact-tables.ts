import type { Language, RuleSet } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import { formatNumber } from "../../language/numbers.ts";
import type { Tally } from "../tally.ts";
import { flowChart } from "./flow-chart.ts";
import { flowsOf, OUTCOME_TONES, type ReplayOutcome } from "./outcomes.ts";

/** What the tables name things by. */
export interface Names {
  chambers: ReadonlyMap<string, string>;
  forms: ReadonlyMap<string, string>;
}

/** The names of the forms of several rule sets: those of the later ones count. */
export function formNames(language: Language, sets: readonly RuleSet[]): Map<string, string> {
  return new Map(
    sets.flatMap(({ forms }) => forms.map(({ id, short, name }) => [id, (short ?? name)[language]] as const)),
  );
}

const outcomeName = (language: Language, outcome: ReplayOutcome): string =>
  outcome === "refused" ? messages(language)("impact.refused") : messages(language)(`outcome.${outcome}`);

/** A flow by its name, `fulfilled>unfulfilled`, in words. */
export const sayFlow = (language: Language, name: string): string =>
  name
    .split(">")
    .map((outcome) => outcomeName(language, outcome as ReplayOutcome))
    .join(" › ");

/** The flow from before to after, as a chart with its title, and as a table. */
export function flowView(language: Language, tally: Tally, hrefOf: (flow: string) => string) {
  const say = messages(language);
  const flows = flowsOf(tally);
  const chart = flowChart(flows);
  const labelled = (ends: typeof chart.before) =>
    ends.map((end) => ({
      ...end,
      label: `${outcomeName(language, end.outcome)} ${formatNumber(language, end.cases)}`,
    }));
  return {
    title: say("impact.flow.title", { changed: tally.changed, cases: tally.cases }),
    chart: { ...chart, before: labelled(chart.before), after: labelled(chart.after) },
    rows: flows.map(({ name, from, to, cases }) => ({
      from: outcomeName(language, from),
      fromTone: OUTCOME_TONES[from],
      to: outcomeName(language, to),
      toTone: OUTCOME_TONES[to],
      cases: formatNumber(language, cases),
      href: from === to ? null : hrefOf(name),
    })),
  };
}

const share = (language: Language, changed: number, cases: number): string =>
  `${formatNumber(language, cases === 0 ? 0 : Math.round((1000 * changed) / cases) / 10)} %`;

/** How many change by chamber, and by year: the most concerned chamber first. */
export function countsView(language: Language, tally: Tally, { chambers }: Names) {
  const line = (name: string, { cases, changed }: { cases: number; changed: number }) => ({
    name,
    cases: formatNumber(language, cases),
    changed: formatNumber(language, changed),
    share: share(language, changed, cases),
  });
  const years = Object.entries(tally.years).sort(([a], [b]) => a.localeCompare(b, "en"));
  const byChanged = Object.entries(tally.chambers).sort(
    ([a, one], [b, other]) => other.changed - one.changed || a.localeCompare(b, "en"),
  );
  return {
    chambers: byChanged.map(([id, count]) => line(chambers.get(id) ?? id, count)),
    years: years.map(([year, count]) => line(year, count)),
  };
}

/** The points that each form gives more and less, the greatest change first. */
export function formsView(language: Language, { forms }: Tally, names: Names) {
  const points = (hundredths: number): string => formatNumber(language, hundredths / 100);
  const changes = Object.entries(forms).sort(([, a], [, b]) => b.gained + b.lost - (a.gained + a.lost));
  return changes.map(([id, { gained, lost }]) => ({
    name: names.forms.get(id) ?? id,
    gained: gained > 0 ? `+${points(gained)}` : "–",
    lost: lost > 0 ? `−${points(lost)}` : "–",
    net: gained === lost ? "0" : `${gained > lost ? "+" : "−"}${points(Math.abs(gained - lost))}`,
  }));
}
