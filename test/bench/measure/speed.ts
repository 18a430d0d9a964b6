import type { Contender } from "../contenders/contender.ts";
import type { DatedCase } from "../generate/case.ts";

export interface Speed {
  id: string;
  name: string;
  /** How many different cases were decided. */
  cases: number;
  perSecond: number;
}

export interface Run {
  contender: Contender;
  cases: readonly DatedCase[];
}

/**
 * The cases are gone through in groups that fit into the processor's cache, as they do where they were just read: else
 * the memory of the machine would be measured. Everyone decides a group before the next group comes.
 */
const GROUP = 250;

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;

async function timeOf({ decideAll }: Contender, cases: readonly DatedCase[]): Promise<number> {
  const began = performance.now();
  await decideAll(cases);
  return performance.now() - began;
}

/** The milliseconds that each takes for its part of a group: the median of the rounds, after one that does not count. */
async function timeGroup(runs: readonly Run[], first: number, rounds: number): Promise<number[]> {
  const parts = runs.map(({ cases }) => cases.slice(first, first + GROUP));
  const times: number[][] = runs.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [at, { contender }] of runs.entries()) {
      const time = await timeOf(contender, parts[at] as DatedCase[]);
      if (round > 0) times[at]?.push(time);
    }
  }
  return times.map(median);
}

/** Measures everyone in turn on the same groups of cases. They are warm: proving that they agree took a while. */
export async function measureSpeeds(runs: readonly Run[], rounds: number): Promise<Speed[]> {
  const sums = new Map<Run, number>();
  const most = Math.max(0, ...runs.map(({ cases }) => cases.length));
  for (let first = 0; first < most; first += GROUP) {
    const going = runs.filter(({ cases }) => first < cases.length);
    const times = await timeGroup(going, first, rounds);
    for (const [at, run] of going.entries()) sums.set(run, (sums.get(run) ?? 0) + (times[at] as number));
  }
  return runs.map((run) => {
    const { id, name } = run.contender;
    const cases = run.cases.length;
    return { id, name, cases, perSecond: Math.round((cases * 1000) / (sums.get(run) as number)) };
  });
}
