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

/** The published rule sets of a folder, one file for each effective year. */
export class RuleBook {
  /** The oldest first. */
  readonly published: readonly PublishedRules[];

  constructor(published: readonly PublishedRules[]) {
    this.published = [...published].sort((a, b) => a.effectiveYear - b.effectiveYear);
  }

  /** The rule set in force for a reporting year: the last one that had taken effect; none before the first. */
  inForce(reportingYear: number): PublishedRules | null {
    return this.published.findLast(({ effectiveYear }) => effectiveYear <= reportingYear) ?? null;
  }

  /** The rule set that took effect in exactly this year. */
  effectiveIn(year: number): PublishedRules | null {
    return this.published.find(({ effectiveYear }) => effectiveYear === year) ?? null;
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
