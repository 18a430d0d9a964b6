import type { Contender } from "../contenders/contender.ts";

/** The cases that are decided: all of them, or by the slow ones some groups spread evenly among them. */
export class Sample {
  readonly seed: number;
  readonly cases: number;
  /** The slow ones take one group of so many. */
  readonly #oneOf: number;

  constructor(seed: number, cases: number, slowCases: number) {
    this.seed = seed;
    this.cases = cases;
    this.#oneOf = Math.max(1, Math.ceil(cases / slowCases));
  }

  /** Whether the contender decides the group of this number. */
  includes(group: number, { slow }: Contender): boolean {
    return !slow || group % this.#oneOf === 0;
  }
}
