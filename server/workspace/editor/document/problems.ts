import type { RuleSetFinding } from "../../../../engine/index.ts";

const leadsTo = (pointer: string, target: string): boolean => target === pointer || target.startsWith(`${pointer}/`);

/** The findings of what stands at a JSON Pointer, with their pointers from there. */
export const findingsAt = (findings: readonly RuleSetFinding[], pointer: string): RuleSetFinding[] =>
  findings
    .filter((found) => leadsTo(pointer, found.pointer))
    .map((found) => ({ ...found, pointer: found.pointer.slice(pointer.length) }));
