import type { Language } from "../../engine/index.ts";
import type { Chamber, Stored } from "../store/records.ts";

/** Chambers in the order of their names in a language. */
export function chambersByName(language: Language, chambers: readonly Stored<Chamber>[]): Stored<Chamber>[] {
  const collator = new Intl.Collator(language);
  return [...chambers].sort((one, other) => collator.compare(one.state.name[language], other.state.name[language]));
}
