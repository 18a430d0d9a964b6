import type { Request, Response } from "express";
import type { Language } from "../../engine/index.ts";
import { draftOf } from "../adoption/take-step.ts";
import { HttpError } from "../http/http-error.ts";
import { messages } from "../language/messages.ts";
import { signedInOf } from "../sessions/signed-in.ts";
import type { Draft, Stored } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import type { Fields } from "./editor/document/fields.ts";
import { readDraft } from "./editor/document/read-draft.ts";
import { draftAddress, draftsAddress } from "./places.ts";

/** A draft that a request is about, in the language of its reader. */
export interface OpenDraft {
  language: Language;
  stored: Stored<Draft>;
  document: Fields;
  /** Whether the reader may change it, as it is now. */
  mayChange: boolean;
}

const ONGOING = new Set(["draft", "in-review"]);

/** The draft that an address names. */
export async function openDraft(store: Store, { params }: Request, response: Response): Promise<OpenDraft> {
  const stored = await draftOf(store, params.draft as string);
  const { document } = readDraft(stored.state.text);
  if (!document) throw new HttpError(500, "the draft's text is no JSON object");
  const mayChange = ONGOING.has(stored.state.status) && (signedInOf(response)?.may("draft.save") ?? false);
  return { language: response.locals.language, stored, document, mayChange };
}

/** What every page of a draft shows above its heading: the way back, and how the draft stands. */
export function draftHead({ language, stored: { id, version, state } }: OpenDraft) {
  const say = messages(language);
  return {
    drafts: draftsAddress(language),
    draft: {
      href: draftAddress(language, id),
      title: state.title,
      status: state.status,
      said: say(`draft.status.${state.status}`),
    },
    version,
  };
}
