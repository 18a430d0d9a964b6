import type { Consultant, Stored } from "../store/records.ts";

/** How many consultants are shown: more than that, and the search has to be narrower. */
const MOST_SHOWN = 50;

const collator = new Intl.Collator("kk");
const lower = (text: string): string => text.toLocaleLowerCase("kk");

/** The consultants with a number, or with these words in their names, by name: how many there are, and those to show. */
export function foundConsultants(consultants: readonly Stored<Consultant>[], search: string) {
  const wanted = lower(search);
  const found = consultants
    .filter(({ id, state }) => id === search || lower(state.name).includes(wanted))
    .sort((a, b) => collator.compare(a.state.name, b.state.name));
  return { count: found.length, shown: found.slice(0, MOST_SHOWN) };
}
