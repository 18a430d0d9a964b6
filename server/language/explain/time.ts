import type { Cycle } from "../../../engine/schema/rule-set.ts";
import { factName } from "./facts.ts";
import { days, monthDay } from "./quantities.ts";
import { type Sentence, sentence, type Voice } from "./voice.ts";

export const period = (voice: Voice): Sentence => {
  const { period } = voice.ruleSet;
  return sentence(voice.say("explain.period", { day: monthDay(voice, period.starts) }), period);
};

/** The months before and after the reporting year in which an activity may end and still count in it. */
export function window({ say, ruleSet: { period } }: Voice): Sentence[] {
  const { monthsBefore, monthsAfter } = period;
  return [
    ...(monthsBefore ? [sentence(say("explain.period.before", { months: monthsBefore }), period)] : []),
    ...(monthsAfter ? [sentence(say("explain.period.after", { months: monthsAfter }), period)] : []),
  ];
}

/** From which year cycles are counted. */
export function anchor(voice: Voice, from: Cycle["anchor"]): string {
  const { say } = voice;
  if (typeof from === "number") return say("explain.cycle.from-year", { year: String(from) });
  const fact = factName(voice, from.fact);
  return from.next ? say("explain.cycle.after-fact", { fact }) : say("explain.cycle.from-fact", { fact });
}

export function cycle(voice: Voice): Sentence[] {
  const { cycle } = voice.ruleSet;
  if (!cycle) return [];
  return [sentence(voice.say("explain.cycle", { years: cycle.years, anchor: anchor(voice, cycle.anchor) }), cycle)];
}

export function calendar(voice: Voice): Sentence[] {
  const { calendar } = voice.ruleSet;
  if (!calendar) return [];
  const { holidays, workingDays } = calendar;
  const say = (key: string, list: readonly string[]): Sentence[] =>
    list.length > 0 ? [sentence(voice.say(key, { days: days(voice, list) }), calendar)] : [];
  return [...say("explain.calendar.holidays", holidays), ...say("explain.calendar.working-days", workingDays)];
}
