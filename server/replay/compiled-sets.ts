import { type CompiledRuleSet, compile } from "../../engine/compile.ts";
import type { RuleSet } from "../../engine/index.ts";

/** Rule sets by their SHA-256, parsed before, compiled when they are first asked for. */
export class CompiledSets {
  readonly #sets: ReadonlyMap<string, RuleSet>;
  readonly #compiled = new Map<string, CompiledRuleSet>();

  constructor(sets: Iterable<readonly [sha256: string, ruleSet: RuleSet]>) {
    this.#sets = new Map(sets);
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
