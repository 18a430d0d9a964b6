import type { Language, Outcome, Problem } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import { sayProblem } from "../../language/say-problem.ts";
import type { PageHead } from "../../pages/page.ts";
import { addressOf, type Place } from "../places.ts";
import { backToYear } from "../year/back-to-year.ts";
import { TONES } from "../year/list-line.ts";
import { pointsOf } from "../year/say-line.ts";
import type { GoodRow } from "./checked-row.ts";
import { sayRefusal } from "./say-refusal.ts";
import { MOST_SHOWN, type UploadSummary } from "./upload-summary.ts";

function goodLine(language: Language, { row, consultant, decision, effect }: GoodRow) {
  const say = messages(language);
  const { outcome, points } = decision;
  return {
    row,
    name: consultant.state.name,
    id: consultant.id,
    outcome: say(`outcome.${outcome}`),
    tone: TONES[outcome],
    points: points.norm > 0 ? pointsOf(language, points) : "–",
    effect: say(`upload.effect.${effect}`),
  };
}

function counts(language: Language, { effects, refused }: UploadSummary) {
  const say = messages(language);
  return [
    { text: say("upload.effect.new"), count: effects.new, tone: "plain" },
    { text: say("upload.effect.correction"), count: effects.correction, tone: "wait" },
    { text: say("upload.effect.recorded"), count: effects.recorded, tone: "good" },
    { text: say("upload.refused"), count: refused, tone: "bad" },
  ].filter(({ count }) => count > 0);
}

/** The reason for the corrections of a file as it was typed, and what is wrong with it. */
interface TypedReason {
  typed: string;
  problem: Problem | null;
}

export const NO_REASON: TypedReason = { typed: "", problem: null };

/** Builds the page of a file that was uploaded: what its rows come to, which are refused and why, and how to record. */
export function uploadPage(
  language: Language,
  place: Place,
  addresses: { record: string; refused: string },
  summary: UploadSummary,
  { typed, problem }: TypedReason,
): { head: PageHead; model: object } {
  const say = messages(language);
  const { effects, outcomes, refused, shown, shownRefused } = summary;
  const open = effects.new + effects.correction;
  const good = open + effects.recorded;
  const title = say("upload.checked-title");
  const error = problem && sayProblem(language, problem);
  return {
    head: { title, section: "chambers" },
    model: {
      errors: error ? [{ href: "#reason", message: error }] : null,
      back: backToYear(language, place),
      heading: title,
      lead: say(open > 0 ? "upload.lead" : good > 0 ? "upload.lead-recorded" : "upload.lead-none", { open, refused }),
      counts: counts(language, summary),
      outcomes: (Object.entries(outcomes) as [Outcome, number][]).map(([outcome, count]) => ({
        text: say(`outcome.${outcome}`),
        tone: TONES[outcome],
        count,
      })),
      record:
        open > 0
          ? {
              action: addresses.record,
              corrections: effects.correction > 0,
              reason: typed,
              error,
              button: say("upload.record", { count: open }),
            }
          : null,
      refused:
        refused > 0
          ? {
              text: say("upload.refused-text", { count: refused, shown: Math.min(refused, MOST_SHOWN) }),
              href: addresses.refused,
            }
          : null,
      refusedRows: shownRefused.map(({ row, problems }) => ({
        row,
        reasons: sayRefusal(language, place.rules.ruleSet, problems),
      })),
      shown: say("upload.shown", { count: good, shown: shown.length }),
      rows: shown.map((row) => goodLine(language, row)),
      another: `${addressOf(language, place.chamber.id, place.year)}/upload`,
    },
  };
}
