import { messages } from "../../language/messages.ts";
import { findingsOf } from "../checker/findings-of.ts";
import type { OpenDraft } from "../open-draft.ts";
import { type FindingLine, findingLines } from "../parts/finding-lines.ts";

const OF_EXAMPLES: ReadonlySet<string> = new Set(["example-fails", "example-refused"]);

/**
 * What the checker finds in a draft under review. Examples that do not hold are told once, by their number: the page
 * shows each of them, expected against decided.
 */
export async function reviewFindings(draft: OpenDraft, failing: number): Promise<FindingLine[]> {
  const say = messages(draft.language);
  const all = await findingsOf(draft.stored.state.text);
  const found = all.filter(({ code }) => failing === 0 || !OF_EXAMPLES.has(code));
  const lines = findingLines(draft, found);
  if (failing === 0) return lines;
  const message = say("review.examples-fail", { count: failing });
  return [{ href: "#examples", place: say("review.examples"), message, isError: true }, ...lines];
}
