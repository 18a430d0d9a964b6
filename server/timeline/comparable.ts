import type { Language, RuleSet } from "../../engine/index.ts";
import { parseRuleSet } from "../../engine/index.ts";
import type { AdoptedSet } from "../adoption/adopted-sets.ts";
import type { Draft, Stored } from "../store/records.ts";
import { parsed } from "../workspace/review/change-lines.ts";
import { nameOf } from "./timeline-rows.ts";

/** A rule set that can be compared with another: an adopted one, or a draft that is whole. */
export interface Comparable {
  /** How an address names it: by its hash, or `draft-` and the draft's id. */
  key: string;
  name: string;
  ruleSet: RuleSet;
}

const goesOn = ({ state: { status } }: Stored<Draft>): boolean => status !== "adopted";

/** The sets that can be compared, in their order, and behind them the drafts that are whole. */
export const comparables = (
  language: Language,
  sets: readonly AdoptedSet[],
  drafts: readonly Stored<Draft>[],
): Comparable[] => [
  ...sets.map((set) => ({ key: set.ruleSet, name: nameOf(language, set), ruleSet: parseRuleSet(set.text) })),
  ...drafts.filter(goesOn).flatMap(({ id, state: { title, text } }) => {
    const ruleSet = parsed(text);
    return ruleSet ? [{ key: `draft-${id}`, name: title, ruleSet }] : [];
  }),
];
