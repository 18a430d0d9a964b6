import type { Language } from "../../engine/index.ts";
import { type AdoptedSet, inForce, inOrder, lastRevision } from "../adoption/adopted-sets.ts";
import { formatDay } from "../language/days.ts";
import { isolated } from "../language/isolated.ts";
import { messages } from "../language/messages.ts";
import type { Draft, Stored } from "../store/records.ts";
import { sayImpactedYears } from "./impacted-years.ts";

/** How an adopted set stands in a year. */
export type SetState = "in-force" | "to-come" | "past" | "replaced";

export function stateOf(set: AdoptedSet, sets: readonly AdoptedSet[], year: number): SetState {
  if (lastRevision(sets, set.effectiveYear) !== set) return "replaced";
  if (set.effectiveYear > year) return "to-come";
  return inForce(sets, year) === set ? "in-force" : "past";
}

/** The sets that were known on a day: those that came with the program, and those adopted until then. */
export const knownOn = (sets: readonly AdoptedSet[], day: string): AdoptedSet[] =>
  sets.filter(({ adoptedOn }) => adoptedOn === null || adoptedOn <= day);

/** What a timeline is told of: the sets that are known, the drafts that they came of, and for which year. */
export interface Known {
  sets: readonly AdoptedSet[];
  drafts: readonly Stored<Draft>[];
  year: number;
}

/** How a set stands: its state, the years that it holds for, since when it is known, and who approved it. */
export function standingOf(language: Language, set: AdoptedSet, { sets, drafts, year }: Known) {
  const say = messages(language);
  const state = stateOf(set, sets, year);
  const draft = drafts.find(({ id }) => id === set.draft)?.state;
  return {
    name: nameOf(language, set),
    state,
    isGood: state === "in-force",
    said: say(`timeline.state.${state}`, { year: String(set.effectiveYear) }),
    years: sayImpactedYears(language, set, sets),
    known:
      set.adoptedOn === null
        ? say("timeline.with-program")
        : say("timeline.adopted", { day: formatDay(language, set.adoptedOn) }),
    approvers: (draft?.review?.approvals ?? []).map(({ by }) => isolated(by.name)).join(", "),
    correction: draft?.correction ?? null,
    sha256: set.ruleSet,
  };
}

export const nameOf = (language: Language, { effectiveYear: year, revision }: AdoptedSet): string =>
  messages(language)("diff.set", { year, revision });

/** The set before a set, in the order of years and revisions: what changed is told against it. */
export function setBefore(set: AdoptedSet, sets: readonly AdoptedSet[]): AdoptedSet | null {
  const ordered = inOrder(sets);
  return ordered[ordered.findIndex(({ ruleSet }) => ruleSet === set.ruleSet) - 1] ?? null;
}

/** The rows of the timeline, the newest first. */
export const timelineRows = (language: Language, known: Known) =>
  inOrder(known.sets)
    .map((set) => {
      const before = setBefore(set, known.sets);
      return {
        ...standingOf(language, set, known),
        words: `/${language}/timeline/${set.ruleSet}`,
        json: `/${language}/timeline/${set.ruleSet}/json`,
        compare: before && `/${language}/timeline/compare?from=${before.ruleSet}&to=${set.ruleSet}`,
      };
    })
    .reverse();
