import { type CompiledRuleSet, compile } from "../../engine/compile.ts";
import type { RuleSet } from "../../engine/index.ts";

/** A rule set that decisions were made under, parsed before, with the SHA-256 that it is kept under. */
export type KnownSet = readonly [sha256: string, ruleSet: RuleSet];

/** Rule sets by the hash that they are kept under, compiled when they are first asked for. */
export class CompiledSets {
  readonly #sets: Map<string, RuleSet>;
  readonly #compiled = new Map<string, CompiledRuleSet>();

  constructor(sets: Iterable<KnownSet> = []) {
    this.#sets = new Map(sets);
  }

  add([sha256, ruleSet]: KnownSet): void {
    this.#sets.set(sha256, ruleSet);
  }

  /** The set with this hash; null where none is known. */
  get(sha256: string): CompiledRuleSet | null {
    const known = this.#compiled.get(sha256);
    if (known) return known;
    const ruleSet = this.#sets.get(sha256);
    if (!ruleSet) return null;
    const compiled = compile(ruleSet);
    this.#compiled.set(sha256, compiled);
    return compiled;
  }
}
