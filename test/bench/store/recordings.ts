import type { CompiledRuleSet } from "../../../engine/index.ts";
import { parseCase } from "../../../engine/index.ts";
import type { CaseToRecord } from "../../../server/recording/case-to-record.ts";
import { decisionRecords } from "../../../server/recording/decision-records.ts";
import type { Change, RecordChange } from "../../../server/store/change.ts";
import type { Actor, Chamber } from "../../../server/store/records.ts";
import type { Store } from "../../../server/store/store.ts";
import { generateCase } from "../generate/case.ts";

const CHAMBERS = 20;
const NAME = "Нұрлан Әбенұлы";
const AT_ONCE = 1000;
const BY: Actor = { account: "acc-officer", name: "Айгүл Серікқызы" };

const chamberOf = (number: number): string => `chamber-${number % CHAMBERS}`;

/** Decisions to record, each on another consultant: the same ones for the same seed. */
export class Recordings {
  readonly #rules: CompiledRuleSet;
  readonly #seed: number;

  constructor(rules: CompiledRuleSet, seed: number) {
    this.#rules = rules;
    this.#seed = seed;
  }

  /** The recording of this number: a case, and the decision on it with its trace, as one change. */
  change(number: number): Change {
    const { case: generated, asOf } = generateCase(this.#seed, number);
    const content = parseCase(JSON.stringify(generated));
    const recorded: CaseToRecord = {
      action: "decision.record",
      chamber: chamberOf(number),
      consultantName: NAME,
      content,
      asOf,
      from: 0,
      submission: `s-${number}`,
      reason: null,
    };
    const decision = this.#rules.decide(content, { asOf });
    const records = decisionRecords(recorded, decision, null, BY, `${asOf}T05:00:00.000Z`);
    return { action: recorded.action, by: BY, submission: recorded.submission, records };
  }

  /** Loads the chambers, and the consultants of the recordings from one number up to but not including another. */
  async loadConsultants(store: Store, from: number, below: number): Promise<void> {
    if (from === 0) await Promise.all(Array.from({ length: CHAMBERS }, (_, at) => store.commit(newChamber(at))));
    for (let first = from; first < below; first += AT_ONCE) {
      const count = Math.min(AT_ONCE, below - first);
      const records = Array.from({ length: count }, (_, at) => this.#newConsultant(first + at));
      await store.commit({ action: "store.load", by: BY, records });
    }
  }

  /** Records the decisions from one number up to but not including another, many at once. */
  async recordAll(store: Store, from: number, below: number): Promise<void> {
    for (let first = from; first < below; first += AT_ONCE) {
      const count = Math.min(AT_ONCE, below - first);
      await Promise.all(Array.from({ length: count }, (_, at) => store.commit(this.change(first + at))));
    }
  }

  #newConsultant(number: number): RecordChange {
    const { id, memberSince } = generateCase(this.#seed, number).case.consultant;
    const state = { name: NAME, chamber: chamberOf(number), memberSince, memberUntil: null, absences: [] };
    return { kind: "consultant", id, from: 0, state };
  }
}

function newChamber(number: number): Change {
  const name = { kk: `${number}-палата`, ru: `Палата ${number}`, en: `Chamber ${number}` };
  const state: Chamber = { name, region: name };
  return { action: "store.load", by: BY, records: [{ kind: "chamber", id: chamberOf(number), from: 0, state }] };
}
