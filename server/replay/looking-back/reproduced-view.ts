import type { Language } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import { formatNumber } from "../../language/numbers.ts";
import type { ReproduceFinding } from "../finding.ts";
import type { Unlike } from "../reproduce-task.ts";

/** How many differences a page shows. */
const SHOWN = 200;

/** What the tables of a reproduction are made from. */
export interface ShownReproduced {
  language: Language;
  finding: ReproduceFinding;
  chambers: ReadonlyMap<string, string>;
  /** Whether the reader may open the decisions of a chamber. */
  mayOpen(chamber: string): boolean;
}

/** What a whole reproduction came to, as a sentence that can be read aloud. */
export function sayReproduced(language: Language, decisions: number, unlike: number): string {
  const say = messages(language);
  if (unlike > 0) return say("reproduce.unlike", { decisions, unlike });
  return decisions === 0 ? say("reproduce.none") : say("reproduce.all", { decisions });
}

/** A difference, with the page of the recorded decision where it has one. */
function differenceLine({ language, mayOpen }: ShownReproduced, { code, decision, place, recorded, now }: Unlike) {
  const [chamber = "", ...rest] = decision.split("/");
  const [year, consultant, number] = rest.map(encodeURIComponent);
  const mayBeOpened = number !== undefined && mayOpen(chamber);
  return {
    decision,
    href: mayBeOpened
      ? `/${language}/chambers/${encodeURIComponent(chamber)}/${year}/${consultant}/decisions/${number}`
      : null,
    text: messages(language)(`unlike.${code}`, { place, recorded, now }),
  };
}

function placesView({ language, chambers, finding }: ShownReproduced) {
  const places = Object.entries(finding.reproduced.places).sort(([a], [b]) => a.localeCompare(b, "en"));
  return places.map(([place, count]) => {
    const [chamber = "", year = ""] = place.split("/");
    return { chamber: chambers.get(chamber) ?? chamber, year, count: formatNumber(language, count) };
  });
}

/** Each difference, and how many decisions there were of each chamber and year. */
export function reproducedView(shown: ShownReproduced) {
  const { language, finding } = shown;
  return {
    differences: finding.list.slice(0, SHOWN).map((one) => differenceLine(shown, one)),
    first: finding.list.length > SHOWN ? messages(language)("reproduce.first", { count: SHOWN }) : null,
    places: placesView(shown),
  };
}
