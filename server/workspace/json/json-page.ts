import type { Problem } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import { sayProblem } from "../../language/say-problem.ts";
import { findingsOf } from "../checker/findings-of.ts";
import { exampleOf, sayFound } from "../examples/say-found.ts";
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

/** Where in the text something was found: an example by its name, anything else by its JSON Pointer. */
function lineFound(draft: OpenDraft, text: string, found: Problem) {
  const { language, document } = draft;
  const example = exampleOf(language, document, found);
  const line = lineOf(text, found.pointer);
  const place = example
    ? messages(language)("json.line-example", { line, name: example.name })
    : messages(language)("json.line", { line, pointer: found.pointer || "/" });
  return { place, message: example ? sayFound(draft, found) : sayProblem(language, found) };
}

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
      lines: (refused.length > 0 ? [] : problems).map((found) => lineFound(draft, text, found)),
      form: {
        errors: refused.map((found) => ({ href: "#text", place: null, message: sayProblem(language, found) })),
      },
    },
  };
}
