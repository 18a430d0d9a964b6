import type { Contender } from "../contenders/contender.ts";
import type { DatedCase } from "../generate/case.ts";

export interface Speed {
  id: string;
  name: string;
  /** How many cases each round decided. */
  cases: number;
  perSecond: number;
}

export interface Run {
  contender: Contender;
  cases: readonly DatedCase[];
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;

async function timeOf({ contender, cases }: Run): Promise<number> {
  const began = performance.now();
  await contender.decideAll(cases);
  return performance.now() - began;
}

/** Measures everyone in turn, round after round, after a round that is not counted; the median round counts. */
export async function measureSpeeds(runs: readonly Run[], rounds: number): Promise<Speed[]> {
  const times: number[][] = runs.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [at, run] of runs.entries()) {
      const time = await timeOf(run);
      if (round > 0) times[at]?.push(time);
    }
  }
  return runs.map(({ contender: { id, name }, cases }, at) => ({
    id,
    name,
    cases: cases.length,
    perSecond: Math.round((cases.length * 1000) / median(times[at] as number[])),
  }));
}
