/** How many activities a set may have, and how many sets are looked at, before the search rests. */
const MOST_ACTIVITIES = 10;
const MOST_SETS = 20_000;

/** All sets of so many of the values, with repetition, each in falling order, in falling order of their first values. */
function* setsOf(count: number, values: readonly number[], from = 0): Generator<number[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let at = from; at < values.length; at++) {
    for (const rest of setsOf(count - 1, values, at)) yield [values[at] as number, ...rest];
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * The sets of values, with repetition, that reach `gap` and go beyond it as little as any, those with the fewest values
 * first. None of their values could be left out.
 */
export function smallestSets(values: readonly number[], gap: number): number[][] {
  const falling = [...values].sort((a, b) => b - a);
  const largest = falling[0];
  if (largest === undefined || gap <= 0) return [];
  const found: { set: number[]; beyond: number }[] = [];
  let looked = 0;
  for (let count = Math.ceil(gap / largest); count <= MOST_ACTIVITIES; count++) {
    for (const set of setsOf(count, falling)) {
      if (++looked > MOST_SETS) break;
      const beyond = sum(set) - gap;
      if (beyond >= 0 && beyond < (set.at(-1) as number)) found.push({ set, beyond });
    }
  }
  if (found.length === 0) return [Array<number>(Math.ceil(gap / largest)).fill(largest)];
  const least = Math.min(...found.map(({ beyond }) => beyond));
  return found.filter(({ beyond }) => beyond === least).map(({ set }) => set);
}
