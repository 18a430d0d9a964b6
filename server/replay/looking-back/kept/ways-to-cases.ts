import { hashOf } from "../../../../engine/hash.ts";
import { parseRuleSet, RuleSetError } from "../../../../engine/index.ts";
import { adoptedSets } from "../../../adoption/adopted-sets.ts";
import type { LookedFor, LookingBack } from "../../../store/records.ts";
import type { Store } from "../../../store/store.ts";
import { bothAddress } from "../../pages/replay-subject.ts";
import type { Replayed } from "../../replay-case.ts";
import type { Outlook } from "../outlook.ts";

/** The SHA-256 of a draft's rule set as it is now; null where it holds none. */
async function draftNow(store: Store, id: string): Promise<string | null> {
  const draft = await store.draft(id);
  try {
    return draft && hashOf(parseRuleSet(draft.state.text));
  } catch (error) {
    if (error instanceof RuleSetError) return null;
    throw error;
  }
}

/** The address, below that of looking back, of the very thing that was tried; null where it is not there any more. */
async function wayTried(store: Store, asked: LookedFor): Promise<string | null> {
  if (asked.kind === "reproduce") return null;
  if (asked.kind === "known-on") return `known/${asked.day}`;
  const { draft, ruleSet } = asked;
  if (draft) return (await draftNow(store, draft.id)) === ruleSet.sha256 ? `what-if/${draft.id}` : null;
  const adopted = (await adoptedSets(store)).find((set) => set.ruleSet === ruleSet.sha256);
  return adopted ? `what-if/${adopted.effectiveYear}-${adopted.revision}` : null;
}

/** Where both decisions on a case of a kept result are shown; nowhere, where what was tried has changed since. */
export async function waysToCases(
  store: Store,
  { address, chamber }: Outlook,
  { asked }: LookingBack,
): Promise<(replayed: Replayed) => string | null> {
  const way = await wayTried(store, asked);
  return (replayed) => way && bothAddress({ address: `${address}/${way}`, chamber: chamber?.id ?? null }, replayed);
}
