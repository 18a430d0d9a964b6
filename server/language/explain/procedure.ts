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
function sayDeadline(voice: Voice, { monthDay: day, yearsAfter: years, rollover, graceDays: days }: Deadline): string {
  const { say } = voice;
  return [
    say("explain.deadline", { day: monthDay(voice, day), years }),
    ...(rollover === "none" ? [] : [say("explain.deadline.rollover")]),
    ...(days ? [say("explain.deadline.grace", { days })] : []),
  ].join("; ");
}

export const deadlines = (voice: Voice): Sentence[] =>
  Object.values(voice.ruleSet.deadlines).map((deadline) =>
    named(deadline.name[voice.language], sayDeadline(voice, deadline), deadline),
  );

export function saySanction(voice: Voice, { term: { months }, makeUp, skippedWhen: when }: Sanction): string {
  const { say } = voice;
  return [
    say("explain.sanction.term", { months }),
    say(makeUp ? "explain.sanction.make-up" : "explain.sanction.no-make-up"),
    ...(when ? [say("explain.sanction.skipped", { condition: condition(voice, when) })] : []),
  ].join("; ");
}

/** The ladder, step by step: «1. Предупреждение: срок – 1 месяц». */
export const sanctions = (voice: Voice): Sentence[] =>
  voice.ruleSet.sanctions.map((sanction, at) =>
    named(`${at + 1}. ${sanction.name[voice.language]}`, saySanction(voice, sanction), sanction),
  );

export const retention = ({ say, ruleSet: { retention } }: Voice): Sentence[] =>
  retention ? [sentence(say("explain.retention", { years: retention.years }), retention)] : [];

export const sampling = (voice: Voice): Sentence[] => {
  const { sampling } = voice.ruleSet;
  if (!sampling) return [];
  return [sentence(voice.say("explain.sampling", { percent: number(voice, sampling.percent) }), sampling)];
};
