import { formatInstant } from "../../../../language/instants.ts";
import { isolated } from "../../../../language/isolated.ts";
import { messages } from "../../../../language/messages.ts";
import type { KeptResult } from "../kept-result.ts";
import { sayFigures, sayScope } from "../say-kept.ts";
import { sayLookedFor, triedSets } from "../say-looked-for.ts";
import type { ShownComparison } from "./shown-comparison.ts";

/** What each of the two is. */
export function bothFacts({ language, one, other, chambers }: ShownComparison) {
  const say = messages(language);
  const facts = ({ state }: KeptResult): [term: string, text: string][] => [
    [say("comparison.looked-for"), sayLookedFor(language, state.asked)],
    [say("comparison.found"), sayFigures(language, state)],
    [say("kept.fact.scope"), sayScope(language, state, chambers)],
    [say("kept.fact.by"), `${isolated(state.keptBy.name)}, ${formatInstant(language, state.keptAt)}`],
    [say("comparison.from"), formatInstant(language, state.begunAt)],
    [say("kept.fact.engine"), state.engine],
    [say("kept.fact.rule-set"), triedSets(state.asked).join(" ") || "–"],
    [say("comparison.note"), state.note ?? "–"],
  ];
  const others = facts(other);
  return facts(one).map(([term, before], at) => {
    const after = others[at]?.[1] ?? "–";
    return { term, before, after, differs: before !== after };
  });
}
