import { hashOf } from "../../../engine/hash.ts";
import {
  type Change,
  diffRuleSets,
  type Language,
  parseRuleSet,
  type RuleSet,
  RuleSetError,
} from "../../../engine/index.ts";
import type { AdoptedSet } from "../../adoption/adopted-sets.ts";
import { sayChange } from "../../language/say-change.ts";
import { type ClauseChip, clauseChips } from "../../pages/clause-chips.ts";
import type { Actor, Draft } from "../../store/records.ts";

/** A line of the comparison of a draft with the set that it takes the place of. */
export interface ChangeLine {
  /** The hash of what changes: a tick holds for exactly that. */
  change: string;
  /** Its place on the page: `change-…`. */
  id: string;
  text: string;
  clauses: ClauseChip[];
  /** The reviewers who have looked at it. */
  looked: number;
  /** Whether the reader has. */
  lookedByReader: boolean;
}

/** A rule set's text as a rule set; null where it is not whole yet. */
export function parsed(text: string): RuleSet | null {
  try {
    return parseRuleSet(text);
  } catch (error) {
    if (error instanceof RuleSetError) return null;
    throw error;
  }
}

const hashOfChange = ({ pointer, field, before = null, after = null }: Change): string =>
  hashOf({ pointer, field, before, after });

/** The id of a line on the page of the review, by the hash of what changes. */
export const placeOfChange = (change: string): string => `change-${change.slice(0, 12)}`;

/** What a draft changes; null where it is not whole, or follows no set. */
export function changesOf({ text }: Draft, base: AdoptedSet | null): Change[] | null {
  const after = parsed(text);
  return after && base ? diffRuleSets(parseRuleSet(base.text), after) : null;
}

/**
 * What a draft changes, in words, each line with the clauses it rests on. Null where the draft is not whole, or follows
 * no set: there is nothing to compare then.
 */
export function changeLines(
  language: Language,
  draft: Draft,
  base: AdoptedSet | null,
  reader: Actor,
): ChangeLine[] | null {
  const after = parsed(draft.text);
  if (!after || !base) return null;
  const before = parseRuleSet(base.text);
  return diffRuleSets(before, after).map((found) => {
    const change = hashOfChange(found);
    const ticks = draft.looked.filter((tick) => tick.change === change);
    return {
      change,
      id: placeOfChange(change),
      text: sayChange(language, found, before, after),
      clauses: clauseChips(language, base.effectiveYear, found.clauses),
      looked: ticks.length,
      lookedByReader: ticks.some(({ account }) => account === reader.account),
    };
  });
}
