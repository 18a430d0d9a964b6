import type { Draft } from "./draft.ts";

/** One way to fill in a draft. */
export type Choice = (draft: Draft) => void;

/** Something in which cases differ, the ordinary choice first. */
export interface Dimension {
  name: string;
  choices: readonly Choice[];
}

/** How many combinations one question may enumerate; beyond it every so-manieth is taken. */
export const MOST_COMBINATIONS = 4000;

/** Every combination of the dimensions named, the others ordinary; `complete` where none was left out. */
export interface Enumeration {
  complete: boolean;
  drafts: Iterable<Draft>;
}

function* combined(
  dimensions: readonly Dimension[],
  varied: ReadonlySet<string>,
  { whole, step, start }: { whole: number; step: number; start: () => Draft },
): Generator<Draft> {
  for (let at = 0; at < whole; at += step) {
    const draft = start();
    let rest = at;
    for (const { name, choices } of dimensions) {
      const size = varied.has(name) ? choices.length : 1;
      choices[rest % size]?.(draft);
      rest = Math.floor(rest / size);
    }
    yield draft;
  }
}

/** The step of a walk through so many combinations: 1 where all are taken, else without a common factor with any size. */
function stepOf(whole: number, most: number): number {
  if (whole <= most) return 1;
  let step = Math.ceil(whole / most);
  while (step % 2 === 0 || step % 3 === 0 || step % 5 === 0 || step % 7 === 0) step++;
  return step;
}

export function enumerate(
  dimensions: readonly Dimension[],
  varied: ReadonlySet<string>,
  start: () => Draft,
  most = MOST_COMBINATIONS,
): Enumeration {
  const sizes = dimensions.filter(({ name }) => varied.has(name)).map(({ choices }) => choices.length);
  const whole = sizes.reduce((product, size) => product * size, 1);
  const step = stepOf(whole, most);
  return { complete: step === 1, drafts: combined(dimensions, varied, { whole, step, start }) };
}
