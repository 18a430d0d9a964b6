import type { Problem } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import { sayProblem } from "../../language/say-problem.ts";
import { findingsOf } from "../checker/findings-of.ts";
import { draftHead, type OpenDraft } from "../open-draft.ts";
import { jsonAddress } from "../places.ts";
import { newSubmission } from "../sent.ts";
import { lineOf } from "./line-of.ts";
import { schemaHelp } from "./schema-help.ts";

/** How the page of a draft's JSON is asked for: with a text that was entered, and why it was not saved. */
export interface JsonState {
  entered: string | null;
  refused: readonly Problem[];
  /** What somebody else saved meanwhile; null where nobody did. */
  conflict: { text: string; kept: string } | null;
  saved: boolean;
}

export const asSavedJson: JsonState = { entered: null, refused: [], conflict: null, saved: false };

/** The page of a draft's JSON: to be read, downloaded, uploaded and edited, with its problems by line. */
export async function jsonPage(draft: OpenDraft, { entered, refused, conflict, saved }: JsonState = asSavedJson) {
  const { language, stored, mayChange } = draft;
  const say = messages(language);
  const text = entered ?? stored.state.text;
  const problems = refused.length > 0 ? refused : entered === null ? await findingsOf(text) : [];
  const title = say("json.title");
  const address = jsonAddress(language, stored.id);
  return {
    head: { title: refused.length > 0 ? say("form.error-title", { title }) : title, section: "workspace" as const },
    model: {
      ...draftHead(draft),
      heading: title,
      action: address,
      download: `${address}/download`,
      schema: `${address}/schema`,
      help: schemaHelp(language),
      upload: `${address}/upload`,
      submission: newSubmission(),
      mayChange,
      text,
      conflict,
      saved: saved ? say("editor.saved") : null,
      lines: (refused.length > 0 ? [] : problems).map((found) => ({
        place: say("json.line", { line: lineOf(text, found.pointer), pointer: found.pointer || "/" }),
        message: sayProblem(language, found),
      })),
      form: {
        errors: refused.map((found) => ({ href: "#text", place: null, message: sayProblem(language, found) })),
      },
    },
  };
}
