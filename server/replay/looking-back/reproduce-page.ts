import type { Language } from "../../../engine/index.ts";
import { formatInstant } from "../../language/instants.ts";
import { messages } from "../../language/messages.ts";
import { formatNumber } from "../../language/numbers.ts";
import type { PageHead } from "../../pages/page.ts";
import { progressView } from "../pages/progress-view.ts";
import type { ReplayQuery } from "../pages/replay-query.ts";
import { chamberNames, type Recorded, scopeForm } from "../pages/scope-form.ts";
import type { ReplayRun } from "../replay-run.ts";
import type { Reproduction } from "../reproduce-recorded.ts";
import type { Unlike } from "../reproduce-task.ts";

/** How many differences a page shows. */
const SHOWN = 200;

/** What the page of a reproduction is made from. */
export interface ShownReproduction {
  language: Language;
  address: string;
  /** The way back. */
  crumbs: readonly { href: string; text: string }[];
  query: ReplayQuery;
  run: ReplayRun<Reproduction>;
  recorded: Recorded;
  /** Whether the reader may open the decisions. */
  mayOpen: boolean;
}

function verdict({ language, run }: ShownReproduction): string {
  const say = messages(language);
  const { decisions, unlike } = run.result;
  const isWhole = !run.running && !run.stopped;
  if (unlike.length > 0) return say("reproduce.unlike", { decisions, unlike: unlike.length });
  if (decisions === 0) return say(isWhole ? "reproduce.none" : "impact.counting");
  return say(isWhole ? "reproduce.all" : "reproduce.all.so-far", { decisions });
}

/** A difference, with the page of the recorded decision where it has one. */
function differenceLine({ language, mayOpen }: ShownReproduction, { code, decision, place, recorded, now }: Unlike) {
  const [chamber, year, consultant, number] = decision.split("/").map(encodeURIComponent);
  return {
    decision,
    href: mayOpen && number ? `/${language}/chambers/${chamber}/${year}/${consultant}/decisions/${number}` : null,
    text: messages(language)(`unlike.${code}`, { place, recorded, now }),
  };
}

function placesView({ language, recorded, run }: ShownReproduction) {
  const names = chamberNames(language, recorded);
  return Object.entries(run.result.places)
    .sort(([a], [b]) => a.localeCompare(b, "en"))
    .map(([place, count]) => {
      const [chamber = "", year = ""] = place.split("/");
      return { chamber: names.get(chamber) ?? chamber, year, count: formatNumber(language, count) };
    });
}

/** Builds the page of a reproduction: whether all is as recorded, and every difference. */
export function reproducePage(shown: ShownReproduction): { head: PageHead; model: object } {
  const { language, address, crumbs, query, run, recorded } = shown;
  const say = messages(language);
  const { unlike } = run.result;
  return {
    head: { title: say("reproduce.title"), section: "looking-back" },
    model: {
      crumbs,
      address,
      verdict: verdict(shown),
      lead: say("reproduce.lead"),
      at: say("impact.as-recorded", { at: formatInstant(language, run.at) }),
      progress: progressView(shown, (progress) =>
        say(shown.run.stopped ? "reproduce.stopped" : "reproduce.progress", { ...progress }),
      ),
      scope: scopeForm(language, recorded, query.scope),
      differences: unlike.slice(0, SHOWN).map((one) => differenceLine(shown, one)),
      first: unlike.length > SHOWN ? say("reproduce.first", { count: SHOWN }) : null,
      places: placesView(shown),
    },
  };
}
