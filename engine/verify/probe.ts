import { decide } from "../decide.ts";
import type { Evaluation } from "../evaluation.ts";
import { type Fact, factsOf } from "../facts/facts.ts";
import { prepare, type Rules } from "../prepare.ts";
import type { Case } from "../schema/case.ts";
import type { Decision } from "../schema/decision.ts";
import type { RuleSet } from "../schema/rule-set.ts";

/** A case and the day as of which it is decided: what a finding shows as its counter-example. */
export interface Probe {
  case: Case;
  asOf: string;
}

/** What the engine decided, and what its stages had found by then; null where they read no fact. */
export interface Seen extends Probe {
  decision: Decision;
  evaluation: Evaluation | null;
}

/** How many decisions one verification may take. */
export const MOST_DECISIONS = 20_000;

/** How much work it may take: a decision, and each activity in it. */
const MOST_WORK = 120_000;

/**
 * Decides made-up cases by the engine itself, keeps what it found, and counts the decisions. No case is refused for its
 * many points.
 */
export class Prober {
  readonly ruleSet: RuleSet;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly rules: Rules;
  decisions: number;
  work: number;
  private last: Evaluation | null = null;

  constructor(ruleSet: RuleSet) {
    this.ruleSet = ruleSet;
    this.decisions = 0;
    this.work = 0;
    this.facts = new Map([...factsOf(ruleSet)].map(([name, fact]) => [name, this.watched(fact)]));
    const rules = prepare(ruleSet, "", this.facts);
    this.rules = { ...rules, credit: { ...rules.credit, most: Number.POSITIVE_INFINITY } };
  }

  /** A fact that tells which evaluation it was read from. */
  private watched(fact: Fact): Fact {
    const read: Fact["read"] = (evaluation) => {
      this.last = evaluation;
      return fact.read(evaluation);
    };
    return { ...fact, read };
  }

  get isSpent(): boolean {
    return this.decisions >= MOST_DECISIONS || this.work >= MOST_WORK;
  }

  see(probe: Probe): Seen {
    this.decisions++;
    this.work += 1 + probe.case.activities.length;
    this.last = null;
    const decision = decide(this.rules, probe.case, { asOf: probe.asOf, trace: false });
    return { ...probe, decision, evaluation: this.last };
  }
}
