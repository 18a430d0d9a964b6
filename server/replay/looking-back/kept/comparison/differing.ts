import type { LookingBack } from "../../../../store/records.ts";
import { subjectOf } from "../../../finding.ts";
import type { Replayed } from "../../../replay-case.ts";
import type { Unlike } from "../../../reproduce-task.ts";
import type { KeptResult } from "../kept-result.ts";

/** What a result says of a case: what stands on its list, that nothing changes, or that it was not looked at. */
export type Said = { said: "listed"; entries: (Replayed | Unlike)[] } | { said: "nothing" } | { said: "not-looked-at" };

/** A case of which two results do not say the same. */
export interface Differing {
  /** `chamber/year/consultant`; of an event that cannot be read, `#` and its place. */
  place: string;
  /** The name, where one of the lists tells it. */
  name: string | null;
  one: Said;
  other: Said;
}

/** The case that an entry is about. */
const placeOf = (entry: Replayed | Unlike): string => subjectOf(entry).split("/").slice(0, 3).join("/");

function byPlace({ finding: { list } }: KeptResult): Map<string, (Replayed | Unlike)[]> {
  const places = new Map<string, (Replayed | Unlike)[]>();
  for (const entry of list) places.set(placeOf(entry), [...(places.get(placeOf(entry)) ?? []), entry]);
  return places;
}

const isLookedAt = ({ chambers, years }: LookingBack, place: string): boolean => {
  const [chamber = "", year = ""] = place.split("/");
  return (chambers.length === 0 || chambers.includes(chamber)) && (years.length === 0 || years.includes(Number(year)));
};

function saidOf({ state }: KeptResult, places: Map<string, (Replayed | Unlike)[]>, place: string): Said {
  const entries = places.get(place);
  if (entries) return { said: "listed", entries };
  return { said: isLookedAt(state, place) ? "nothing" : "not-looked-at" };
}

const nameIn = (entries: readonly (Replayed | Unlike)[]): string | null =>
  entries.flatMap((entry) => ("name" in entry ? [entry.name] : []))[0] ?? null;

/** What an entry says, but for what the case is: equal texts say the same. */
const sense = (said: Said): string =>
  said.said === "listed"
    ? JSON.stringify(said.entries.map((entry) => ("decision" in entry ? entry : [entry.before, entry.after])))
    : said.said;

/** The cases of which two results do not say the same, in their order. */
export function differing(one: KeptResult, other: KeptResult): Differing[] {
  const [here, there] = [byPlace(one), byPlace(other)];
  const places = [...new Set([...here.keys(), ...there.keys()])].sort();
  return places.flatMap((place): Differing[] => {
    const [says, saysOther] = [saidOf(one, here, place), saidOf(other, there, place)];
    if (sense(says) === sense(saysOther)) return [];
    const name = nameIn([...(here.get(place) ?? []), ...(there.get(place) ?? [])]);
    return [{ place, name, one: says, other: saysOther }];
  });
}
