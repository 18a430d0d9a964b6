import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CompiledRuleSet, compile, parseRuleSet } from "../engine/index.ts";
import { type LawText, readLawText } from "./law-text.ts";

/** A published rule set, ready to decide, with the text of the Rules that it encodes where that was published too. */
export interface PublishedRules extends CompiledRuleSet {
  effectiveYear: number;
  /** The file as it was read: what is kept with the decisions that rest on it. */
  text: string;
  lawText: LawText | null;
}

const RULE_SET_FILE = /^\d{4}\.json$/;

function read(folder: string, file: string): PublishedRules {
  const text = readFileSync(join(folder, file), "utf8");
  const compiled = compile(parseRuleSet(text));
  const textFile = join(folder, file.replace(".json", ".text.json"));
  const lawText = existsSync(textFile) ? readLawText(textFile) : null;
  return { ...compiled, effectiveYear: compiled.ruleSet.effectiveYear, text, lawText };
}

const inOrder = (a: PublishedRules, b: PublishedRules): number =>
  a.effectiveYear - b.effectiveYear || a.ruleSet.revision - b.ruleSet.revision;

/** The published rule sets: those of the folder, and those that were adopted since. */
export class RuleBook {
  #published: readonly PublishedRules[];

  constructor(published: readonly PublishedRules[]) {
    this.#published = [...published].sort(inOrder);
  }

  /** The oldest first; of one year, the first revision first. */
  get published(): readonly PublishedRules[] {
    return this.#published;
  }

  /** Takes in a set that was adopted, unless it is there. Where its text of law is not, that of the set before counts. */
  take(adopted: Omit<PublishedRules, "lawText">): void {
    if (this.#published.some(({ sha256 }) => sha256 === adopted.sha256)) return;
    const lawText = this.inForce(adopted.effectiveYear)?.lawText ?? null;
    this.#published = [...this.#published, { ...adopted, lawText }].sort(inOrder);
  }

  /** The rule set in force for a reporting year: the last one that had taken effect; none before the first. */
  inForce(reportingYear: number): PublishedRules | null {
    return this.#published.findLast(({ effectiveYear }) => effectiveYear <= reportingYear) ?? null;
  }

  /** The rule set that took effect in exactly this year, in its last revision. */
  effectiveIn(year: number): PublishedRules | null {
    return this.#published.findLast(({ effectiveYear }) => effectiveYear === year) ?? null;
  }
}

/**
 * Reads every rule set of the folder.
 * @throws {RuleSetError} where one of them is refused: a server does not start on rules it cannot read.
 */
export function readRuleBook(folder: string): RuleBook {
  const files = readdirSync(folder).filter((file) => RULE_SET_FILE.test(file));
  return new RuleBook(files.map((file) => read(folder, file)));
}
