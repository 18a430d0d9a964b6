import { factOf, type JudgedFacts, type Value } from "./judge.ts";

/** How many answers are kept at most: then all are asked for anew. */
const AT_MOST = 8_192;

/** What was found for the values so far, and the ways that go on from there with one more value. */
interface Known {
  held: ReadonlySet<string> | null;
  next: Map<Value, Known>;
}

const nothing = (): Known => ({ held: null, next: new Map() });

/** The names of the conditions that hold for values of the facts: 1, 1n and "1" are three values. */
export class Answers {
  #first = nothing();
  #count = 0;

  to(reads: readonly string[], facts: readonly JudgedFacts[]): ReadonlySet<string> | null {
    let known: Known | undefined = this.#first;
    for (const name of reads) {
      known = known.next.get(factOf(name, facts));
      if (known === undefined) return null;
    }
    return known.held;
  }

  keep(reads: readonly string[], facts: readonly JudgedFacts[], held: ReadonlySet<string>): void {
    if (this.#count >= AT_MOST) {
      this.#first = nothing();
      this.#count = 0;
    }
    let known = this.#first;
    for (const name of reads) {
      const value = factOf(name, facts);
      const next = known.next.get(value) ?? nothing();
      known.next.set(value, next);
      known = next;
    }
    known.held = held;
    this.#count++;
  }
}
