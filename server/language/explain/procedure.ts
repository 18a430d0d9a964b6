import type { Deadline, Sanction } from "../../../engine/schema/rule-set.ts";
import { condition } from "../say-condition.ts";
import { monthDay, number } from "./quantities.ts";
import { named, type Sentence, sentence, type Voice } from "./voice.ts";

/** How an activity that is not on the list may count. */
export const unlisted = ({ say, ruleSet }: Voice): Sentence =>
  sentence(say(`explain.unlisted.${ruleSet.unlisted.creditedBy}`), ruleSet.unlisted);

export const evidence = ({ say, ruleSet: { evidence } }: Voice): Sentence =>
  sentence(say(evidence.required ? "explain.evidence.required" : "explain.evidence.not-required"), evidence);

/** «не позднее 15 февраля следующего года». */
export const lastDay = (voice: Voice, { monthDay: day, yearsAfter: years }: Deadline): string =>
  voice.say("explain.deadline", { day: monthDay(voice, day), years });

export const grace = ({ say }: Voice, days: number): string => say("explain.deadline.grace", { days });

export const deadlines = (voice: Voice): Sentence[] =>
  Object.values(voice.ruleSet.deadlines).map((deadline) => {
    const said = [
      lastDay(voice, deadline),
      ...(deadline.rollover === "none" ? [] : [voice.say("explain.deadline.rollover")]),
      ...(deadline.graceDays ? [grace(voice, deadline.graceDays)] : []),
    ];
    return named(deadline.name[voice.language], said.join("; "), deadline);
  });

export const term = ({ say }: Voice, { months }: Sanction["term"]): string => say("explain.sanction.term", { months });

export const makeUp = ({ say }: Voice, may: boolean): string =>
  say(may ? "explain.sanction.make-up" : "explain.sanction.no-make-up");

/** The ladder, step by step: «1. Предупреждение: срок – 1 месяц». */
export const sanctions = (voice: Voice): Sentence[] =>
  voice.ruleSet.sanctions.map((sanction, at) => {
    const { skippedWhen: when } = sanction;
    const said = [
      term(voice, sanction.term),
      makeUp(voice, sanction.makeUp),
      ...(when ? [voice.say("explain.sanction.skipped", { condition: condition(voice, when) })] : []),
    ];
    return named(`${at + 1}. ${sanction.name[voice.language]}`, said.join("; "), sanction);
  });

export function records(voice: Voice): Sentence[] {
  const { retention, sampling } = voice.ruleSet;
  const { say } = voice;
  return [
    ...(retention ? [sentence(say("explain.retention", { years: retention.years }), retention)] : []),
    ...(sampling ? [sentence(say("explain.sampling", { percent: number(voice, sampling.percent) }), sampling)] : []),
  ];
}
