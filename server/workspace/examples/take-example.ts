import type { Request, Response } from "express";
import type { Text } from "../../../engine/index.ts";
import { reader } from "../../chamber/reader.ts";
import type { DecidedReport } from "../../report-check/decide-report.ts";
import type { Store } from "../../store/store.ts";
import type { Fields } from "../editor/document/fields.ts";
import { type OpenDraft, openDraft } from "../open-draft.ts";
import { examplesAddress } from "../places.ts";
import { savedMeanwhile, saveText } from "../save-text.ts";
import { readSent } from "../sent.ts";
import { conflictText } from "./conflict-text.ts";
import { markOf } from "./tried-decision.ts";

/** A decision that is shown, and what the example of it is called. */
export interface DecidedExample {
  report: DecidedReport;
  name: Text;
}

/** How a page stands on which a decision is shown before an example is kept with it. */
export interface TakeState {
  decided?: DecidedExample | null;
  /** Whether something was changed after the decision had been shown. */
  changed?: boolean;
  /** Whether the form says something of the example that cannot be read. */
  unread?: boolean;
  /** Who saved the draft meanwhile, in a sentence. */
  conflict?: string;
}

/** A page on which an example is taken. */
export interface TakePage<State extends TakeState> {
  show(response: Response, draft: OpenDraft, state: State): void;
  /** What its form comes to under the draft as it is now; null while nothing can be decided under it. */
  stateOf(draft: OpenDraft, form: URLSearchParams): Promise<State | null>;
  /** The draft with the example; null where the form says something of it that cannot be read: it is shown again. */
  put(draft: OpenDraft, taken: DecidedExample, form: URLSearchParams): Fields | null;
}

/**
 * Keeps an example with the decision that was shown, and with no other: where the decision, or the draft, has become
 * another one meanwhile, the page is shown anew, with all that was entered.
 */
export async function takeExample<State extends TakeState>(
  store: Store,
  { request, response, draft }: { request: Request; response: Response; draft: OpenDraft },
  state: State,
  page: TakePage<State>,
): Promise<void> {
  const form: URLSearchParams = request.body;
  const list = examplesAddress(draft.language, draft.stored.id);
  const { decided } = state;
  if (!decided || form.get("seen") !== markOf(decided.report)) {
    return page.show(response, draft, { ...state, changed: true });
  }
  const document = page.put(draft, decided, form);
  if (!document) return page.show(response, draft, { ...state, unread: true });
  try {
    await saveText(store, draft.stored, { ...readSent(form), by: reader(response), document });
  } catch (error) {
    savedMeanwhile(error);
    const now = await openDraft(store, request, response);
    const anew = await page.stateOf(now, form);
    if (!anew) return response.redirect(303, list);
    return page.show(response, now, { ...anew, conflict: await conflictText(store, now) });
  }
  response.redirect(303, `${list}?saved`);
}
