import { formatInstant } from "../../language/instants.ts";
import { messages } from "../../language/messages.ts";
import { draftHead, type OpenDraft } from "../open-draft.ts";
import type { ConflictView } from "../parts/conflict-view.ts";
import { historyAddress } from "../places.ts";
import { newSubmission } from "../sent.ts";
import { changedSections } from "./changed-parts.ts";
import type { Save } from "./saves.ts";

function saveLine({ language, stored: { state }, mayChange }: OpenDraft, save: Save, before: Save | undefined) {
  const isNow = save.text === state.text && save.title === state.title;
  return {
    seq: String(save.seq),
    when: formatInstant(language, save.at),
    by: save.by,
    changed: before ? changedSections(language, before, save).join(", ") : messages(language)("history.begun"),
    isNow,
    mayRestore: mayChange && !isNow,
  };
}

/** The page of a draft's saves, each of which can be put back. */
export function historyPage(draft: OpenDraft, saves: readonly Save[], conflict: ConflictView | null) {
  const { language, stored } = draft;
  const title = messages(language)("history.title");
  return {
    head: { title, section: "workspace" as const },
    model: {
      ...draftHead(draft),
      heading: title,
      action: historyAddress(language, stored.id),
      submission: newSubmission(),
      conflict,
      saves: saves.map((save, at) => saveLine(draft, save, saves[at + 1])),
    },
  };
}
