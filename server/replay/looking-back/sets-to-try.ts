import { type Language, parseRuleSet, type RuleSet, RuleSetError } from "../../../engine/index.ts";
import { adoptedSets } from "../../adoption/adopted-sets.ts";
import { messages } from "../../language/messages.ts";
import type { Store } from "../../store/store.ts";

/** A rule set that past cases may be decided by: an adopted one, or a draft. */
export interface SetToTry {
  /** How an address names it. */
  name: string;
  text: string;
  ruleSet: RuleSet;
}

function whole(text: string): RuleSet | null {
  try {
    return parseRuleSet(text);
  } catch (error) {
    if (error instanceof RuleSetError) return null;
    throw error;
  }
}

/** Every adopted set and every draft that is whole: the newest adopted first, then the drafts. */
export async function setsToTry(store: Store, language: Language): Promise<SetToTry[]> {
  const say = messages(language);
  const [adopted, drafts] = await Promise.all([adoptedSets(store), store.drafts()]);
  const sets = adopted.reverse().map(({ effectiveYear, revision, text }) => ({
    name: `${effectiveYear}-${revision}`,
    text: say("diff.set", { year: effectiveYear, revision }),
    json: text,
  }));
  const proposed = drafts
    .filter(({ state }) => state.status !== "adopted")
    .map(({ id, state }) => ({ name: id, text: say("looking-back.draft", { title: state.title }), json: state.text }));
  return [...sets, ...proposed].flatMap(({ json, ...named }): SetToTry[] => {
    const ruleSet = whole(json);
    return ruleSet ? [{ ...named, ruleSet }] : [];
  });
}
