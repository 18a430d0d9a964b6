import { examineRuleSet, type RuleSetFinding } from "../../../../engine/index.ts";

const MOST_KEPT = 40;
const examined = new Map<string, readonly RuleSetFinding[]>();

/** What the checker finds in a draft's text: problems of its form first, and where it has none, what it comes to. */
export function findingsOf(text: string): readonly RuleSetFinding[] {
  const known = examined.get(text);
  if (known) return known;
  const { findings } = examineRuleSet(text);
  if (examined.size >= MOST_KEPT) examined.delete(examined.keys().next().value as string);
  examined.set(text, findings);
  return findings;
}

const leadsTo = (pointer: string, target: string): boolean => target === pointer || target.startsWith(`${pointer}/`);

/** The findings of what stands at a JSON Pointer, with their pointers from there. */
export const findingsAt = (findings: readonly RuleSetFinding[], pointer: string): RuleSetFinding[] =>
  findings
    .filter((found) => leadsTo(pointer, found.pointer))
    .map((found) => ({ ...found, pointer: found.pointer.slice(pointer.length) }));
