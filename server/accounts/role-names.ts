import type { Language } from "../../engine/index.ts";
import { messages } from "../language/messages.ts";
import type { Chamber, Grant, Stored } from "../store/records.ts";

/** A role in words, with the chamber or the consultant that it is for. */
export function grantName(language: Language, chambers: readonly Stored<Chamber>[], held: Grant): string {
  const say = messages(language);
  const role = say(`role.${held.role}`);
  const chamber = chambers.find(({ id }) => id === held.chamber)?.state.name[language] ?? held.chamber;
  const whose = chamber ?? held.consultant;
  return whose === undefined ? role : say("role.of", { role, whose });
}
