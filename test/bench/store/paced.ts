import { setTimeout as sleep } from "node:timers/promises";

/** How long recordings took that came at a steady pace, in milliseconds. */
export interface Paced {
  count: number;
  p50: number;
  p99: number;
  longest: number;
}

const percentile = (sorted: readonly number[], percent: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;

/**
 * Does something so many times a second, whether or not what came before is done, and tells how long each took: from the
 * moment at which it was due, so that nothing is hidden by a pause.
 */
export async function paced(
  perSecond: number,
  seconds: number,
  work: (number: number) => Promise<unknown>,
): Promise<Paced> {
  const took: number[] = [];
  const count = perSecond * seconds;
  const began = performance.now();
  const running: Promise<void>[] = [];
  const start = async (number: number, due: number): Promise<void> => {
    await work(number);
    took.push(performance.now() - due);
  };
  for (let number = 0; number < count; number++) {
    const due = began + (number * 1000) / perSecond;
    while (performance.now() < due) await sleep(Math.max(0, due - performance.now() - 0.5));
    running.push(start(number, due));
  }
  await Promise.all(running);
  took.sort((one, other) => one - other);
  return { count, p50: percentile(took, 50), p99: percentile(took, 99), longest: took.at(-1) ?? 0 };
}
