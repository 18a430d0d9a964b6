import type { Contender } from "../contenders/contender.ts";
import type { DatedCase } from "../generate/case.ts";
import { groupsOf } from "../generate/groups.ts";
import type { Sample } from "./sample.ts";

export interface Speed {
  id: string;
  name: string;
  /** How many different cases were decided. */
  cases: number;
  perSecond: number;
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;

/** The milliseconds that a contender takes for a group: the median of the rounds, after one that does not count. */
async function timeOf({ decideAll }: Contender, group: readonly DatedCase[], rounds: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const began = performance.now();
    await decideAll(group);
    if (round > 0) times.push(performance.now() - began);
  }
  return median(times);
}

/**
 * Measures everyone in turn on one group of cases after the other, so that a busy moment of the machine meets all of
 * them. They are warm: proving that they agree took a while.
 */
export async function measureSpeeds(
  contenders: readonly Contender[],
  sample: Sample,
  rounds: number,
): Promise<Speed[]> {
  const going = contenders.map((contender) => ({ contender, cases: 0, milliseconds: 0 }));
  let number = 0;
  for (const group of groupsOf(sample.seed, sample.cases)) {
    for (const one of going) {
      if (!sample.includes(number, one.contender)) continue;
      one.cases += group.length;
      one.milliseconds += await timeOf(one.contender, group, rounds);
    }
    number++;
  }
  return going.map(({ contender: { id, name }, cases, milliseconds }) => ({
    id,
    name,
    cases,
    perSecond: Math.round((cases * 1000) / milliseconds),
  }));
}
