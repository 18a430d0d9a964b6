import type { Store } from "../../store.ts";
import type { Reader } from "./reader.ts";

/** Reads the rule sets that were kept, their adoptions, and the drafts. */
export const readRuleSets = (
  reader: Reader,
): Pick<Store, "ruleSets" | "ruleSet" | "adoptions" | "drafts" | "draft"> => ({
  ruleSets: () => reader.all("rule-set"),
  ruleSet: (sha256) => reader.one("rule-set", sha256),
  adoptions: () => reader.all("adoption"),
  drafts: () => reader.all("draft"),
  draft: (id) => reader.one("draft", id),
});
