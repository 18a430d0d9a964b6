import type { Language } from "../../engine/index.ts";
import { inForce } from "../adoption/adopted-sets.ts";
import { formatDay } from "../language/days.ts";
import { isolated } from "../language/isolated.ts";
import { messages } from "../language/messages.ts";
import type { Draft, Stored } from "../store/records.ts";
import { draftAddress } from "../workspace/places.ts";
import type { Comparable } from "./comparable.ts";
import { type Known, nameOf, timelineRows } from "./timeline-rows.ts";

/** What the timeline was asked for: a year, as known on a day, and whether the day that was typed is none. */
export interface AskedTimeline {
  year: number;
  on: string;
  notADay: boolean;
  notAYear: boolean;
}

const ORDER = ["in-review", "draft", "rejected", "withdrawn"];

/** The drafts that have not been adopted, those that wait for something first. */
function draftLines(language: Language, drafts: readonly Stored<Draft>[]) {
  const say = messages(language);
  return ORDER.flatMap((status) => drafts.filter(({ state }) => state.status === status)).map(({ id, state }) => ({
    href: draftAddress(language, id),
    title: state.title,
    said: say(`draft.status.${state.status}`),
    status: state.status,
    authors: state.authors.map(({ name }) => isolated(name)).join(", "),
    ending: state.ending,
  }));
}

/** Which set holds for the year that was asked for, by what was known on the day. */
function verdict(language: Language, { sets }: Known, { year, on }: AskedTimeline): string {
  const say = messages(language);
  const asked = { year: String(year), day: formatDay(language, on) };
  const set = inForce(sets, year);
  return set ? say("timeline.verdict", { ...asked, set: nameOf(language, set) }) : say("timeline.no-rules", asked);
}

/** The page of the sets through the years; the drafts are shown to those who may read them. */
export function timelinePage(
  language: Language,
  known: Known,
  asked: AskedTimeline,
  choices: readonly Comparable[],
  seesDrafts: boolean,
) {
  return {
    heading: messages(language)("timeline.title"),
    ...asked,
    verdict: verdict(language, known, asked),
    rows: timelineRows(language, known),
    choices:
      choices.length > 1
        ? choices.map(({ key, name }, at) => ({ key, name, isLast: at === choices.length - 1 }))
        : null,
    drafts: seesDrafts ? draftLines(language, known.drafts) : null,
  };
}
