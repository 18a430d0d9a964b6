import type { DecisionContext } from "./decision-context.ts";

/** A title that has quotation marks of its own gets no second pair. */
const QUOTED = /[«»“”„"]/;

/** How an activity is named in a sentence: by its title, or by its number. */
export function activityName({ case: theCase, say }: DecisionContext, id: string): string {
  const at = theCase.activities.findIndex((activity) => activity.id === id);
  const title = theCase.activities[at]?.title;
  if (!title) return say("row.activities", { number: at + 1 });
  return QUOTED.test(title) ? title : say("activity.quoted", { title });
}
