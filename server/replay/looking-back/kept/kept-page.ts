import type { Language, RuleSet } from "../../../../engine/index.ts";
import { formatInstant } from "../../../language/instants.ts";
import { isolated } from "../../../language/isolated.ts";
import { messages } from "../../../language/messages.ts";
import { formatNumber } from "../../../language/numbers.ts";
import type { LookingBack, Stored } from "../../../store/records.ts";
import { isReplay } from "../../finding.ts";
import { waysOut } from "../../pages/export-routes.ts";
import { findingView } from "../../pages/finding-view.ts";
import { type ReplayQuery, writeReplayQuery } from "../../pages/replay-query.ts";
import { chamberNames, type Recorded } from "../../pages/scope-form.ts";
import type { Replayed } from "../../replay-case.ts";
import { crumbsOf, type Outlook } from "../outlook.ts";
import { reproducedView } from "../reproduced-view.ts";
import type { KeptResult } from "./kept-result.ts";
import { nameOfKept, sayFigures, sayScope } from "./say-kept.ts";
import { sayLookedFor, triedSets } from "./say-looked-for.ts";

/** What the page of a kept result is made from. */
export interface ShownKeptResult {
  language: Language;
  outlook: Outlook;
  query: ReplayQuery;
  kept: KeptResult;
  /** The other results that it may be compared with. */
  others: readonly Stored<LookingBack>[];
  recorded: Recorded;
  knownSets: readonly RuleSet[];
  /** The page of both decisions on somebody's case; null where what was tried is not there any more. */
  hrefOf(replayed: Replayed): string | null;
  /** Whether the reader may open the decisions of a chamber. */
  mayOpen(chamber: string): boolean;
}

/** Who kept it and when, and exactly what it was made from. */
function factsView({ language, kept: { state }, recorded }: ShownKeptResult) {
  const say = messages(language);
  const { asked, keptBy, keptAt, begunAt, events, engine, list } = state;
  const draft = asked.kind === "what-if" ? asked.draft : null;
  return [
    { term: say("kept.fact.by"), text: `${isolated(keptBy.name)}, ${formatInstant(language, keptAt)}` },
    { term: say("kept.fact.scope"), text: sayScope(language, state, chamberNames(language, recorded)) },
    {
      term: say("kept.fact.from"),
      text: say("kept.fact.from.text", { at: formatInstant(language, begunAt), events }),
    },
    { term: say("kept.fact.engine"), text: engine },
    ...triedSets(asked).map((sha256) => ({ term: say("kept.fact.rule-set"), text: sha256 })),
    ...(draft ? [{ term: say("kept.fact.draft", { version: draft.version }), text: draft.sha256 }] : []),
    { term: say("kept.fact.list", { lines: formatNumber(language, list.lines) }), text: list.sha256 },
  ];
}

function found(shown: ShownKeptResult, address: string) {
  const { language, query, kept, recorded, knownSets, hrefOf, mayOpen } = shown;
  const { finding } = kept;
  const chambers = chamberNames(language, recorded);
  if (isReplay(finding))
    return {
      replay: findingView({ language, address, query, finding, chambers, knownSets, hrefOf }),
      reproduced: null,
    };
  return { replay: null, reproduced: reproducedView({ language, finding, chambers, mayOpen }) };
}

/** Builds the page of a kept result: what was found then, with the same tables as when it was found. */
export function keptPage(shown: ShownKeptResult) {
  const { language, outlook, query, kept, others } = shown;
  const { state, id } = kept;
  const say = messages(language);
  const list = `${outlook.address}/kept`;
  const address = `${list}/${id}`;
  return {
    title: say("kept.one.title"),
    model: {
      crumbs: [...crumbsOf(language, outlook), { href: list, text: say("kept.title") }],
      verdict: sayFigures(language, state),
      lead: sayLookedFor(language, state.asked),
      note: state.note,
      facts: factsView(shown),
      after: state.asked.kind === "reproduce" ? "" : sayLookedFor(language, state.asked),
      exports: waysOut(address, writeReplayQuery({ ...query, page: 1 })),
      compare: others.length > 0 ? { action: `${list}/compare`, id } : null,
      others: others.map((one) => ({ value: one.id, text: nameOfKept(language, one) })),
      ...found(shown, address),
    },
  };
}
