import { messages } from "../../language/messages.ts";
import { asFields, asList, idOf } from "../editor/document/fields.ts";
import { draftHead, type OpenDraft } from "../open-draft.ts";
import { exampleAddress, examplesAddress } from "../places.ts";
import { parsed } from "../review/change-lines.ts";
import { exampleLines } from "../review/example-lines.ts";

/** The examples of a draft that is not whole: nothing can be decided under it. */
const namesIn = ({ language, document }: OpenDraft): string[] =>
  asList(document.examples).map((example) => {
    const name = asFields(asFields(example).name)[language];
    return typeof name === "string" ? name : (idOf(example) ?? "–");
  });

/** The page of a draft's examples: whether each holds. */
export function listPage(draft: OpenDraft, saved: boolean) {
  const { language, stored, mayChange } = draft;
  const say = messages(language);
  const ruleSet = parsed(stored.state.text);
  const address = examplesAddress(language, stored.id);
  return {
    head: { title: say("examples.title"), section: "workspace" as const },
    model: {
      ...draftHead(draft),
      heading: say("examples.title"),
      saved: saved ? say("editor.saved") : null,
      isWhole: ruleSet !== null,
      ways: mayChange && ruleSet ? { new: `${address}/new`, recorded: `${address}/recorded` } : null,
      names: ruleSet ? [] : namesIn(draft),
      examples: (ruleSet ? exampleLines(language, ruleSet) : []).map((line) => ({
        ...line,
        href: exampleAddress(language, stored.id, line.id),
      })),
    },
  };
}
