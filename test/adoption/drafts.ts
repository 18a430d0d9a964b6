import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hashOf } from "../../engine/hash.ts";
import type { AdoptedSet } from "../../server/adoption/adopted-sets.ts";
import { recordsOfAdoption } from "../../server/adoption/adoption-of-draft.ts";
import { writeRuleSet } from "../../server/adoption/rule-set-text.ts";
import { PROJECT_ROOT } from "../../server/project-root.ts";
import type { Actor, Draft } from "../../server/store/records.ts";
import type { Store } from "../../server/store/store.ts";

export const RULES_2022 = readFileSync(join(PROJECT_ROOT, "rules", "2022.json"), "utf8");

export const person = (name: string): Actor => ({ account: name, name });
export const EDITOR = person("editor");
export const MEMBERS = ["first", "second", "third", "fourth"].map(person);

export const PUBLISHED_ID = hashOf(JSON.parse(RULES_2022));
/** The set of 2022 as it was published with the program. */
export const ADOPTED: AdoptedSet = {
  effectiveYear: 2022,
  revision: 1,
  ruleSet: PUBLISHED_ID,
  adoptedOn: null,
  draft: null,
  text: RULES_2022,
};

// biome-ignore lint/suspicious/noExplicitAny: a rule set that the test is about to change anywhere
export function changed(change: (ruleSet: any) => void, text = RULES_2022): string {
  const ruleSet = JSON.parse(text);
  change(ruleSet);
  return writeRuleSet(ruleSet);
}

/** A podcast as a new form: one point, whatever else the set holds. */
export const withPodcast = (text = RULES_2022): string =>
  changed((ruleSet) => {
    const seminar = ruleSet.forms.find(({ id }: { id: string }) => id === "seminar");
    const name = { kk: "Заңгерлік подкаст", ru: "Юридический подкаст", en: "Legal podcast" };
    ruleSet.forms.push({ ...seminar, id: "podcast", name, short: name, weight: 1 });
  }, text);

export const draftOf = (text: string, given: Partial<Draft> = {}): Draft => ({
  title: "Legal podcast",
  status: "draft",
  authors: [EDITOR],
  basedOn: PUBLISHED_ID,
  correction: null,
  text,
  review: null,
  remarks: [],
  looked: [],
  ending: null,
  ...given,
});

/** Keeps the set of 2022 and a draft in a store. */
export async function keepDraft(store: Store, id: string, draft: Draft): Promise<void> {
  if (!(await store.ruleSet(PUBLISHED_ID))) {
    const { text, ...adoption } = ADOPTED;
    const records = recordsOfAdoption(adoption, { regime: "kz-legal-consultants", text });
    await store.commit({ action: "rule-set.keep", by: { account: null, name: "test" }, records });
  }
  await store.commit({ action: "draft.save", by: EDITOR, records: [{ kind: "draft", id, from: 0, state: draft }] });
}
