import type { Actor } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import { adoptedSets, amendmentOn, correctionOf } from "./adopted-sets.ts";
import { demand } from "./adoption-refused.ts";
import { rebaseDraft } from "./rebase-draft.ts";
import { changeOf, takeStep } from "./take-step.ts";

export interface Rebasing {
  by: Actor;
  submission: string;
  /** The day in Asia/Almaty. */
  day: string;
}

/**
 * Puts a draft on the set that was adopted since it was made: see `rebaseDraft`.
 * @returns where both had changed the same, differently: the draft's was kept, for its authors to look at.
 * @throws {AdoptionRefused} where nothing was adopted since.
 */
export async function rebase(store: Store, id: string, { by, submission, day }: Rebasing): Promise<string[]> {
  let conflicts: string[] = [];
  await takeStep(store, id, { action: "draft.rebase", by, submission }, async (draft) => {
    const sets = await adoptedSets(store);
    const old = sets.find((set) => set.ruleSet === draft.state.basedOn) ?? null;
    const { base } = draft.state.correction !== null && old ? correctionOf(sets, old) : amendmentOn(day, sets);
    demand(base !== null && base.ruleSet !== old?.ruleSet, "nothing-changed");
    const rebased = rebaseDraft(draft.state, old, base);
    conflicts = rebased.conflicts;
    return changeOf(draft, rebased.draft);
  });
  return conflicts;
}
