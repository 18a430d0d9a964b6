/** A source of chance that gives the same run for the same seed, on any machine (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** The next number, from 0 up to but not including 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both inclusive. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** True in so many of a hundred times. */
  percent(share: number): boolean {
    return this.next() * 100 < share;
  }

  /** One of the items. */
  of<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.next() * items.length)] as Item;
  }

  /** One of the items, each as often as its share says. */
  byShare<Item extends { share: number }>(items: readonly Item[]): Item {
    let left = this.next() * items.reduce((sum, { share }) => sum + share, 0);
    for (const item of items) {
      left -= item.share;
      if (left < 0) return item;
    }
    return items.at(-1) as Item;
  }
}

/** A seed of its own for each purpose: the same for the same numbers, and far from that of the numbers beside them. */
export function seedOf(...numbers: readonly number[]): number {
  let mixed = 0x9e3779b9;
  for (const number of numbers) {
    mixed = Math.imul(mixed ^ number, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    mixed ^= mixed >>> 16;
  }
  return mixed >>> 0;
}
