import type { Language } from "../../engine/index.ts";
import { LANGUAGES } from "./languages.ts";
import { messages } from "./messages.ts";

const ANNEX = "(?<annex>\\d+)";
const ITEM = "(?<item>\\d+)";
const CLAUSE = "(?<clause>\\d+(?:\\.\\d+)*(?: \\(\\d+\\))?)";

/** The way a language names a clause, as an expression that reads it: "п. 7.2", "2-қосымша, 13-тармақ". */
function wayOf(language: Language, key: string): RegExp {
  const named = messages(language)(key, { annex: "@1", item: "@2", clause: "@3" });
  const said = named.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s*");
  const way = said.replace("@1", ANNEX).replace("@2", ITEM).replace("@3", CLAUSE);
  return new RegExp(`^${way}$`, "iu");
}

const KEYS = ["full-item", "short-item", "full-annex", "short-annex", "full", "short"];
let ways: readonly RegExp[] | null = null;

/**
 * A clause as rule sets name it, from any of the ways in which the pages do: "2-қосымша, 13-тармақ", "Приложение 2,
 * пункт 13" and "Annex 2, item 13" are all "Annex 2, item 13". What names no clause comes back as it was written.
 */
export function readClause(written: string): string {
  ways ??= LANGUAGES.flatMap((language) => KEYS.map((key) => wayOf(language, `clause.${key}`)));
  for (const way of ways) {
    const found = way.exec(written.trim())?.groups;
    if (!found) continue;
    if (found.clause !== undefined) return found.clause;
    return found.item === undefined ? `Annex ${found.annex}` : `Annex ${found.annex}, item ${found.item}`;
  }
  return written;
}
