import type { CreditRule } from "../../../engine/schema/rule-set.ts";
import { condition } from "../say-condition.ts";
import { unitName } from "./facts.ts";
import { number, points, rounding } from "./quantities.ts";
import type { Voice } from "./voice.ts";

/** What a weight is per: «2 балла за мероприятие», «1 балл за каждые 50 (минуты)». */
export function weight(voice: Voice, { weight, per }: Pick<CreditRule, "weight" | "per">): string {
  const said = points(voice, weight);
  if (per === "item") return voice.say("explain.credit.item", { points: said });
  const { every, fact } = per;
  const unit = unitName(voice, fact);
  return voice.say("explain.credit.every", { points: said, every, number: number(voice, every), unit });
}

export const multipliers = (voice: Voice, list: NonNullable<CreditRule["multipliers"]>): string =>
  list
    .map(({ when, by }) =>
      voice.say("explain.credit.times", { by: number(voice, by), condition: condition(voice, when) }),
    )
    .join("; ");

/** How a credit is found: the weight, its rounding, then its multipliers. */
export const credit = (voice: Voice, rule: CreditRule): string =>
  [
    weight(voice, rule),
    ...(rule.rounding ? [rounding(voice, rule.rounding)] : []),
    ...(rule.multipliers ? [multipliers(voice, rule.multipliers)] : []),
  ].join(", ");
