import type { Language } from "../../../engine/index.ts";
import { formatInstant } from "../../language/instants.ts";
import { isolated } from "../../language/isolated.ts";
import { messages } from "../../language/messages.ts";
import type { Draft, Stored } from "../../store/records.ts";
import { draftAddress, draftsAddress } from "../places.ts";

/** A draft as the list names it. */
export interface ListedDraft {
  draft: Stored<Draft>;
  changed: { by: string; at: string };
}

const ORDER = ["in-review", "draft", "adopted", "rejected", "withdrawn"] as const;

/** The list of drafts: those that wait for something first. */
export function draftsPage(language: Language, drafts: readonly ListedDraft[], mayBegin: boolean) {
  const say = messages(language);
  const groups = ORDER.map((status) => ({
    status,
    title: say(`draft.list.${status}`),
    drafts: drafts
      .filter(({ draft }) => draft.state.status === status)
      .map(({ draft: { id, state }, changed }) => ({
        href: draftAddress(language, id),
        title: state.title,
        authors: state.authors.map(({ name }) => isolated(name)).join(", "),
        correction: state.correction !== null,
        changed: say("drafts.changed", { at: formatInstant(language, changed.at), name: isolated(changed.by) }),
      })),
  })).filter(({ drafts }) => drafts.length > 0);
  return {
    head: { title: say("drafts.title"), section: "workspace" as const },
    model: { heading: say("drafts.title"), groups, begin: mayBegin ? `${draftsAddress(language)}/new` : null },
  };
}
