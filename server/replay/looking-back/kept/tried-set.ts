import { createHash } from "node:crypto";
import { hashOf } from "../../../../engine/hash.ts";
import type { RuleSet } from "../../../../engine/index.ts";
import type { Draft, Stored, TriedDraft, TriedSet } from "../../../store/records.ts";

/** A rule set that is tried, as it is named for good. */
export const triedSet = (ruleSet: RuleSet): TriedSet => ({
  sha256: hashOf(ruleSet),
  effectiveYear: ruleSet.effectiveYear,
  revision: ruleSet.revision,
});

/** The text of a draft that is tried. */
export const triedDraft = ({ id, version, state: { title, text } }: Stored<Draft>): TriedDraft => ({
  id,
  title,
  version,
  sha256: createHash("sha256").update(text).digest("hex"),
});
