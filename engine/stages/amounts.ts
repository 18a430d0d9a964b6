import { type CompiledCondition, compileCondition, factsRead } from "../conditions.ts";
import type { Evaluation } from "../evaluation.ts";
import type { Fact } from "../facts.ts";
import { fromHundredths, toHundredths } from "../points.ts";
import type { Amount } from "../schema/rule-set.ts";

export interface CompiledAmount {
  id: string;
  clauses: readonly string[];
  choices: readonly { condition: CompiledCondition; value: number }[];
  /** Hundredths, where no choice holds. */
  otherwise: number;
}

export const compileAmounts = (amounts: readonly Amount[], facts: ReadonlyMap<string, Fact>): CompiledAmount[] =>
  amounts.map(({ id, clauses, value, choose = [], otherwise }) => ({
    id,
    clauses,
    choices: choose.map((choice) => ({
      condition: compileCondition(choice.when, facts),
      value: toHundredths(choice.value),
    })),
    otherwise: toHundredths((value ?? otherwise) as number),
  }));

function amountOf({ choices, otherwise }: CompiledAmount, evaluation: Evaluation): number {
  for (const { condition, value } of choices) if (condition.holds(evaluation)) return value;
  return otherwise;
}

/** Finds each amount in the order of the rule set: the first choice whose condition holds, or the constant. */
export function findAmounts(amounts: readonly CompiledAmount[], evaluation: Evaluation): void {
  evaluation.amounts = new Array<number>(amounts.length);
  for (let at = 0; at < amounts.length; at++) {
    const amount = amounts[at] as CompiledAmount;
    const value = amountOf(amount, evaluation);
    evaluation.amounts[at] = value;
    evaluation.trace?.push({
      step: "amount",
      subject: amount.id,
      clauses: amount.clauses,
      facts: Object.assign({}, ...amount.choices.map(({ condition }) => factsRead(condition, evaluation))),
      gave: fromHundredths(value),
    });
  }
}
