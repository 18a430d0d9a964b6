import type { Change } from "../../../engine/index.ts";
import { formatInstant } from "../../language/instants.ts";
import { messages } from "../../language/messages.ts";
import { idOf } from "../editor/document/fields.ts";
import { partsOf } from "../editor/document/part.ts";

import { SECTIONS } from "../editor/sections.ts";
import type { OpenDraft } from "../open-draft.ts";
import { calledOf } from "../parts/finding-lines.ts";
import { partAddress } from "../places.ts";

/** A part that a comment may be pinned to: its JSON Pointer, with ids for places in lists, and what it is called. */
export interface PinChoice {
  value: string;
  text: string;
  selected: boolean;
}

/** The JSON Pointer of a part that changes, with its id for its place in a list: `/forms/seminar`. */
const pinOf = ({ id, pointer }: Change): string => (id === null ? pointer : pointer.replace(/\/\d+$/, `/${id}`));

const asHeading = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The parts that a draft changes, each once, by name. */
export function pinChoices(
  { language }: Pick<OpenDraft, "language">,
  changes: readonly Change[],
  chosen: string,
): PinChoice[] {
  const say = messages(language);
  const named = changes.map((change): [string, string] => {
    const part = asHeading(say(`diff.part.${change.part}`));
    return [pinOf(change), change.name ? `${part}: ${change.name[language]}` : part];
  });
  return [...new Map(named)].map(([value, text]) => ({ value, text, selected: value === chosen }));
}

/** The part that a comment is pinned to, with the page on which it stands; the pin as it is where there is none now. */
function pinnedTo(draft: OpenDraft, pin: string): { name: string; href: string | null } {
  const { language, stored, document } = draft;
  const found = SECTIONS.filter(({ shape }) => shape !== "fields").find(
    ({ pointer }) => pin === pointer || pin.startsWith(`${pointer}/`),
  );
  const part = found && pin.length > found.pointer.length ? pin.slice(found.pointer.length + 1) : null;
  const isThere = found && (found.shape !== "list" || partsOf(document, found).some((one) => idOf(one) === part));
  if (!isThere) return { name: pin, href: null };
  const name = { section: found, part };
  return { name: calledOf(draft, name), href: partAddress(language, stored.id, name) };
}

/** The comments on a draft, each with the part that it is pinned to. */
export const commentLines = (draft: OpenDraft) =>
  draft.stored.state.remarks.map(({ by, at, pointer, text }) => ({
    name: by.name,
    at: formatInstant(draft.language, at),
    pinned: pointer === "" ? null : pinnedTo(draft, pointer),
    text,
  }));
