import type { Adoption } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import { effectiveYearOf } from "./effective-year.ts";

/** A rule set that was adopted: when, by which draft, and its text. */
export interface AdoptedSet extends Adoption {
  text: string;
}

/** Every adopted set that a store knows. */
export async function adoptedSets(store: Store): Promise<AdoptedSet[]> {
  const [adoptions, ruleSets] = await Promise.all([store.adoptions(), store.ruleSets()]);
  const texts = new Map(ruleSets.map(({ id, state }) => [id, state.text]));
  return inOrder(adoptions.map(({ state }) => ({ ...state, text: texts.get(state.ruleSet) ?? "" })));
}

const order = (a: AdoptedSet, b: AdoptedSet): number => a.effectiveYear - b.effectiveYear || a.revision - b.revision;

/** The sets in the order of their years and revisions. */
export const inOrder = (sets: readonly AdoptedSet[]): AdoptedSet[] => [...sets].sort(order);

/** The set that is in force for a year, in its last revision; null before the first. */
export const inForce = (sets: readonly AdoptedSet[], year: number): AdoptedSet | null =>
  inOrder(sets).findLast(({ effectiveYear }) => effectiveYear <= year) ?? null;

/** The last revision of the set that took effect in a year. */
export const lastRevision = (sets: readonly AdoptedSet[], effectiveYear: number): AdoptedSet | null =>
  inOrder(sets).findLast((set) => set.effectiveYear === effectiveYear) ?? null;

/** What a rule set is called: its year, and which revision of it. */
export interface Place {
  effectiveYear: number;
  revision: number;
}

/** The set that an amendment adopted on that day takes the place of, and the year and revision that it gets. */
export function amendmentOn(day: string, sets: readonly AdoptedSet[]): { base: AdoptedSet | null; place: Place } {
  const effectiveYear = effectiveYearOf(day);
  const revision = (lastRevision(sets, effectiveYear)?.revision ?? 0) + 1;
  return { base: inForce(sets, effectiveYear), place: { effectiveYear, revision } };
}

/** The revision that mends a clerical error of an adopted set: it keeps the year. */
export function correctionOf(sets: readonly AdoptedSet[], base: AdoptedSet): { base: AdoptedSet | null; place: Place } {
  const { effectiveYear } = base;
  const last = lastRevision(sets, effectiveYear);
  return { base: last, place: { effectiveYear, revision: (last?.revision ?? 0) + 1 } };
}
