import type { Language } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import { addressOf, type Place } from "../places.ts";

/** The way back to the list of a chamber's year. */
export function backToYear(language: Language, { chamber, year }: Pick<Place, "chamber" | "year">) {
  const text = messages(language)("year.title", { chamber: chamber.state.name[language], year: String(year) });
  return { href: addressOf(language, chamber.id, year), text };
}
