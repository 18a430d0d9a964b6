import type { Language } from "../../engine/index.ts";
import { messages } from "../language/messages.ts";
import type { PublishedRules } from "../published-rules.ts";

/** What the foot of a printed page names: the rule set and its hash, so that the paper can be traced to it. */
export function printedFoot(language: Language, { ruleSet, sha256 }: PublishedRules): string {
  const say = messages(language);
  const name = say("decided-by.rule-set", { year: String(ruleSet.effectiveYear), revision: ruleSet.revision });
  return `${say("site.name")} · ${name} · sha-256 ${sha256}`;
}
