import { type Language, parseRuleSet, type RuleSet, RuleSetError } from "../../../engine/index.ts";
import { adoptedSets } from "../../adoption/adopted-sets.ts";
import { messages } from "../../language/messages.ts";
import type { Draft, Stored } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";

/** A rule set that past cases may be decided by: an adopted one, or a draft. */
export interface SetToTry {
  /** How an address names it. */
  name: string;
  text: string;
  ruleSet: RuleSet;
  /** Null for an adopted set. */
  draft: Stored<Draft> | null;
}

function whole(text: string): RuleSet | null {
  try {
    return parseRuleSet(text);
  } catch (error) {
    if (error instanceof RuleSetError) return null;
    throw error;
  }
}

async function adoptedOnes(store: Store, language: Language): Promise<SetToTry[]> {
  const adopted = await adoptedSets(store);
  return adopted.reverse().map(({ effectiveYear, revision, text }) => ({
    name: `${effectiveYear}-${revision}`,
    text: messages(language)("diff.set", { year: effectiveYear, revision }),
    ruleSet: parseRuleSet(text),
    draft: null,
  }));
}

async function proposedOnes(store: Store, language: Language): Promise<SetToTry[]> {
  const drafts = (await store.drafts()).filter(({ state }) => state.status !== "adopted");
  return drafts.flatMap((draft): SetToTry[] => {
    const { title, text } = draft.state;
    const ruleSet = whole(text);
    const named = messages(language)("looking-back.draft", { title });
    return ruleSet ? [{ name: draft.id, text: named, ruleSet, draft }] : [];
  });
}

/** Every adopted set, the newest first; then every draft that is whole, for those who may read drafts. */
export const setsToTry = async (store: Store, language: Language, readsDrafts: boolean): Promise<SetToTry[]> => [
  ...(await adoptedOnes(store, language)),
  ...(readsDrafts ? await proposedOnes(store, language) : []),
];
