import type { Measure, Over, Term } from "../../../engine/schema/rule-set.ts";
import { atMost, pointsOrAmount } from "./quantities.ts";
import { credits, source } from "./selection.ts";
import { named, type Sentence, type Voice } from "./voice.ts";

/** Over which years a measure sums: « за отчётный год». */
export const over = ({ say }: Voice, years: Over): string =>
  typeof years === "object"
    ? say("explain.over.years", { years: years.years })
    : say(years === "cycle" ? "explain.over.cycle" : "explain.over.year");

/** The years before this one of which it is asked how they ended. */
const earlier = ({ say }: Voice, years: Over): string =>
  typeof years === "object"
    ? say("explain.earlier.years", { years: years.years - 1 })
    : say(years === "cycle" ? "explain.earlier.cycle" : "explain.earlier.year");

const sayTerm = (voice: Voice, term: Term): string =>
  [
    credits(voice, term),
    ...(term.above === undefined ? [] : [voice.say("explain.above", { value: pointsOrAmount(voice, term.above) })]),
    ...(term.most === undefined ? [] : [atMost(voice, term.most)]),
  ].join(", ");

export const terms = (voice: Voice, list: readonly Term[]): string =>
  list.map((term, at) => `${at + 1}) ${sayTerm(voice, term)}`).join("; ");

function found(voice: Voice, measure: Measure): string {
  const { say } = voice;
  const { count, terms: list, over: years = "year" } = measure;
  if (count === "unfulfilled-years")
    return say("explain.measure.unfulfilled-years", { earlier: earlier(voice, years) });
  const when = over(voice, years);
  if (count) return say("explain.measure.activities", { ...source(voice, measure), over: when });
  return list ? say("explain.measure.terms", { over: when, terms: terms(voice, list) }) : credits(voice, measure, when);
}

/** «все баллы за отчётный год»; what is carried in counts in the total alone. */
export function sayMeasure(voice: Voice, measure: Measure): string {
  const said = found(voice, measure);
  const isCarried = measure.id === "total" && voice.ruleSet.carryOver;
  return isCarried ? voice.say("explain.measure.carried", { said }) : said;
}

export const measures = (voice: Voice): Sentence[] =>
  voice.ruleSet.measures.map((measure) => named(measure.name[voice.language], sayMeasure(voice, measure), measure));
