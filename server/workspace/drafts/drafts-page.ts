import type { Language } from "../../../engine/index.ts";
import { isolated } from "../../language/isolated.ts";
import { messages } from "../../language/messages.ts";
import type { Draft, Stored } from "../../store/records.ts";
import { draftAddress, draftsAddress } from "../places.ts";

const ORDER = ["in-review", "draft", "adopted", "rejected", "withdrawn"] as const;

/** The list of drafts: those that wait for something first. */
export function draftsPage(language: Language, drafts: readonly Stored<Draft>[], mayBegin: boolean) {
  const say = messages(language);
  const groups = ORDER.map((status) => ({
    status,
    title: say(`draft.list.${status}`),
    drafts: drafts
      .filter(({ state }) => state.status === status)
      .map(({ id, state: { title, authors, correction } }) => ({
        href: draftAddress(language, id),
        title,
        authors: authors.map(({ name }) => isolated(name)).join(", "),
        correction: correction !== null,
      })),
  })).filter(({ drafts }) => drafts.length > 0);
  return {
    head: { title: say("drafts.title"), section: "workspace" as const },
    model: { heading: say("drafts.title"), groups, begin: mayBegin ? `${draftsAddress(language)}/new` : null },
  };
}
