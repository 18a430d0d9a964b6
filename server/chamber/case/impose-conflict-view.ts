import { isDay } from "../../../engine/calendar.ts";
import type { Language } from "../../../engine/index.ts";
import { formatDay } from "../../language/days.ts";
import { messages } from "../../language/messages.ts";
import type { PublishedRules } from "../../published-rules.ts";
import { readDay } from "../../report-check/typed-values.ts";
import type { KeptMeanwhile } from "./kept-meanwhile.ts";
import { keptSide } from "./kept-side.ts";

/** A sanction as it was to be imposed. */
export interface EnteredSanction {
  sanction: string;
  /** The day as it was typed. */
  day: string;
}

/** Both sides of a conflict: the sanctions that are kept by now, and the one that was to be imposed. */
export function imposeConflictView(
  language: Language,
  { ruleSet }: PublishedRules,
  { sanction, day }: EnteredSanction,
  meanwhile: KeptMeanwhile,
) {
  const say = messages(language);
  const names = new Map(ruleSet.sanctions.map(({ id, name }) => [id, name[language]]));
  const imposed = (id: string, on: string): string =>
    `${names.get(id) ?? "–"} – ${isDay(on) ? formatDay(language, on) : day.trim() || "–"}`;
  const entered = imposed(sanction, readDay(day.trim()));
  const { changed, kept } = keptSide(language, meanwhile);
  const sanctions = (meanwhile.kept.state.content.sanctions ?? [])
    .map((one) => imposed(one.sanction, one.imposedOn))
    .join("; ");
  return {
    text: say("impose.conflict", changed),
    kept,
    href: null,
    differences: sanctions === entered ? null : [{ place: say("case.sanctions"), kept: sanctions || "–", entered }],
    goOn: say("impose.conflict.go-on"),
  };
}
