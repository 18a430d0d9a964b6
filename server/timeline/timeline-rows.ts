import type { Language } from "../../engine/index.ts";
import { type AdoptedSet, inForce, inOrder, lastRevision } from "../adoption/adopted-sets.ts";
import { formatDay } from "../language/days.ts";
import { messages } from "../language/messages.ts";
import type { Draft, Stored } from "../store/records.ts";

/** How an adopted set stands on a day. */
export type SetState = "in-force" | "to-come" | "past" | "replaced";

export function stateOf(set: AdoptedSet, sets: readonly AdoptedSet[], year: number): SetState {
  if (lastRevision(sets, set.effectiveYear) !== set) return "replaced";
  if (set.effectiveYear > year) return "to-come";
  return inForce(sets, year) === set ? "in-force" : "past";
}

/** The sets that were known on a day: those that came with the program, and those adopted until then. */
export const knownOn = (sets: readonly AdoptedSet[], day: string): AdoptedSet[] =>
  sets.filter(({ adoptedOn }) => adoptedOn === null || adoptedOn <= day);

const approversOf = (draft: Stored<Draft> | undefined): string =>
  (draft?.state.review?.approvals ?? []).map(({ by }) => by.name).join(", ");

/** The rows of the timeline, the newest first. */
export function timelineRows(
  language: Language,
  sets: readonly AdoptedSet[],
  drafts: readonly Stored<Draft>[],
  year: number,
) {
  const say = messages(language);
  const ordered = inOrder(sets);
  return ordered
    .map((set, at) => {
      const before = ordered[at - 1];
      const state = stateOf(set, sets, year);
      return {
        name: say("diff.set", { year: set.effectiveYear, revision: set.revision }),
        state,
        isGood: state === "in-force",
        said: say(`timeline.state.${state}`, { year: String(set.effectiveYear) }),
        known:
          set.adoptedOn === null
            ? say("timeline.with-program")
            : say("timeline.adopted", { day: formatDay(language, set.adoptedOn) }),
        approvers: approversOf(drafts.find(({ id }) => id === set.draft)),
        sha256: set.ruleSet,
        words: `/${language}/timeline/${set.ruleSet}`,
        json: `/${language}/timeline/${set.ruleSet}/json`,
        compare: before && `/${language}/timeline/compare?from=${before.ruleSet}&to=${set.ruleSet}`,
      };
    })
    .reverse();
}
