import { checkRuleSet, compile, parseRuleSet } from "../../engine/index.ts";
import { AdoptionRefused } from "./adoption-refused.ts";

/**
 * Lets a rule set pass that may be adopted: it is well formed, the checker finds no error, and its examples hold.
 * Every way to adoption leads through here.
 * @returns the SHA-256 of the rule set.
 * @throws {AdoptionRefused} `has-errors`, with their number.
 */
export function passGate(text: string): string {
  const errors = checkRuleSet(text).filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new AdoptionRefused("has-errors", { errors: errors.length });
  return compile(parseRuleSet(text)).sha256;
}
