import type { RuleSet, Text } from "../../engine/index.ts";

/** Whether a part of a rule set names a fact, however deep. */
function names(part: unknown, fact: string): boolean {
  if (typeof part !== "object" || part === null) return part === fact;
  return Object.values(part).some((held) => names(held, fact));
}

/** The forms that need a fact of an activity; none where all of them do, or where other parts read it of any. */
export function formsThatNeed(ruleSet: RuleSet, fact: string): readonly Text[] {
  const { forms, examples: _, ...others } = ruleSet;
  if (names(others, fact)) return [];
  const needing = forms.filter((form) => names(form, fact));
  return needing.length === forms.length ? [] : needing.map(({ short, name }) => short ?? name);
}
