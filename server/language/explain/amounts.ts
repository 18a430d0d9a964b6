import type { Amount } from "../../../engine/schema/rule-set.ts";
import { condition } from "../say-condition.ts";
import { factName } from "./facts.ts";
import { amountName, both } from "./names.ts";
import { proRata } from "./pro-rata.ts";
import { number, points, rounding } from "./quantities.ts";
import { named, type Sentence, type Voice } from "./voice.ts";

export const choices = (voice: Voice, choose: NonNullable<Amount["choose"]>): string =>
  choose
    .map(({ when, value }) =>
      voice.say("explain.amount.choice", { points: points(voice, value), condition: condition(voice, when) }),
    )
    .join("; ");

export function table(voice: Voice, { fact, rows }: NonNullable<Amount["table"]>): string {
  const said = rows.map(({ upTo, value }) =>
    upTo === undefined
      ? voice.say("explain.amount.beyond", { points: points(voice, value) })
      : voice.say("explain.amount.up-to", { number: number(voice, upTo), points: points(voice, value) }),
  );
  return voice.say("explain.amount.table", { fact: factName(voice, fact), rows: said.join("; ") });
}

export const percent = (voice: Voice, { of, percent }: NonNullable<Amount["percent"]>): string =>
  voice.say("explain.amount.percent", { of: amountName(voice, of), percent: number(voice, percent) });

export function sum(voice: Voice, ids: readonly string[]): string {
  const amounts = both(
    voice,
    ids.map((id) => amountName(voice, id)),
  );
  return voice.say("explain.amount.sum", { amounts });
}

export const asFact = (voice: Voice, fact: string): string =>
  voice.say("explain.amount.fact", { fact: factName(voice, fact) });

function found(voice: Voice, amount: Amount): string {
  if (amount.choose) {
    const otherwise = points(voice, amount.otherwise ?? 0);
    return `${choices(voice, amount.choose)}; ${voice.say("explain.amount.otherwise", { points: otherwise })}`;
  }
  if (amount.table) return table(voice, amount.table);
  if (amount.percent) return percent(voice, amount.percent);
  if (amount.proRata) return proRata(voice, amount.proRata);
  if (amount.sum) return sum(voice, amount.sum);
  return amount.fact === undefined ? points(voice, amount.value ?? 0) : asFact(voice, amount.fact);
}

/** «10 баллов»; what rounds a choice or a table stands after all of it. */
export const sayAmount = (voice: Voice, amount: Amount): string =>
  [found(voice, amount), ...(amount.rounding ? [rounding(voice, amount.rounding)] : [])].join(
    amount.choose || amount.table || amount.proRata ? "; " : ", ",
  );

export const amounts = (voice: Voice): Sentence[] =>
  voice.ruleSet.amounts.map((amount) => named(amount.name[voice.language], sayAmount(voice, amount), amount));
