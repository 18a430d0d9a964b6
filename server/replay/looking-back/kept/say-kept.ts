import type { Language } from "../../../../engine/index.ts";
import { formatInstant } from "../../../language/instants.ts";
import { isolated } from "../../../language/isolated.ts";
import { messages } from "../../../language/messages.ts";
import type { LookingBack, Stored } from "../../../store/records.ts";
import { sayTally } from "../../pages/impact-page.ts";
import { sayReproduced } from "../reproduced-view.ts";
import { sayLookedFor } from "./say-looked-for.ts";

/** What a kept result found, as a sentence. */
export function sayFigures(language: Language, { figures }: LookingBack): string {
  if ("replayed" in figures) return sayTally(language, figures.replayed, true);
  return sayReproduced(language, figures.reproduced.decisions, figures.reproduced.unlike);
}

/** Which chambers and years were looked at. */
export function sayScope(
  language: Language,
  { chambers, years }: LookingBack,
  names: ReadonlyMap<string, string>,
): string {
  const say = messages(language);
  const ofChambers = chambers.map((id) => isolated(names.get(id) ?? id)).join(", ") || say("kept.all-chambers");
  return `${ofChambers}; ${years.join(", ") || say("kept.all-years")}`;
}

/** A result in a choice or a heading: what was looked for, and when it was kept. */
export const nameOfKept = (language: Language, { state }: Stored<LookingBack>): string =>
  `${sayLookedFor(language, state.asked)} · ${formatInstant(language, state.keptAt)}`;
