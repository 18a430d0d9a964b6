import type { Language } from "../../../engine/index.ts";
import { formatDay } from "../../language/days.ts";
import { formatInstant } from "../../language/instants.ts";
import { messages } from "../../language/messages.ts";
import type { DecisionSummary, RecordedDecision, Stored } from "../../store/records.ts";
import { TONES } from "../year/list-line.ts";
import { pointsOf } from "../year/say-line.ts";

/** The last decision in a sentence, as the page of a case opens with it. */
export function latestText(language: Language, address: string, latest: DecisionSummary) {
  const say = messages(language);
  const { outcome, number, asOf, total, norm } = latest;
  return {
    tone: TONES[outcome],
    outcome: say(`outcome.${outcome}`),
    sentence: norm > 0 ? say("case.points", { total, norm }) : say(`outcome.${outcome}`),
    asOf: say("decided-by.as-of-day", { day: formatDay(language, asOf) }),
    href: `${address}/decisions/${number}`,
  };
}

/** A recorded decision as a line of the case's history. */
export function decisionLine(language: Language, address: string, { state }: Stored<RecordedDecision>) {
  const say = messages(language);
  const { number, decision, recordedAt, recordedBy, reason } = state;
  return {
    name: say("case.decision", { number }),
    href: `${address}/decisions/${number}`,
    outcome: say(`outcome.${decision.outcome}`),
    tone: TONES[decision.outcome],
    points: decision.points.norm > 0 ? pointsOf(language, decision.points) : "",
    recorded: say("case.recorded", { instant: formatInstant(language, recordedAt), name: recordedBy.name }),
    reason,
  };
}
