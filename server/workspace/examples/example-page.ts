import { compareWithExpectation } from "../../../engine/check/expectation.ts";
import type { RuleSet } from "../../../engine/index.ts";
import { formatDay } from "../../language/days.ts";
import { messages } from "../../language/messages.ts";
import { describe } from "../../report-check/field-errors.ts";
import { draftHead, type OpenDraft } from "../open-draft.ts";
import { exampleAddress, examplesAddress } from "../places.ts";
import { newSubmission } from "../sent.ts";
import { mismatchInWords } from "./mismatch-in-words.ts";
import { triedDecision } from "./tried-decision.ts";
import type { Tried } from "./try-case.ts";

type Example = RuleSet["examples"][number];

/** The page of an example: the decision under the draft, with its reasoning, and where it is not as expected. */
export function examplePage(
  draft: OpenDraft,
  ruleSet: RuleSet,
  example: Example,
  tried: Tried,
  conflict: string | null,
) {
  const { language, stored, mayChange } = draft;
  const { decided, problems } = tried;
  const say = messages(language);
  const mismatches = decided ? compareWithExpectation(decided.decision, example.expect) : [];
  const holds = decided !== null && mismatches.length === 0;
  const title = example.name[language];
  return {
    head: { title, section: "workspace" as const },
    model: {
      ...draftHead(draft),
      heading: title,
      section: { href: examplesAddress(language, stored.id), title: say("examples.title") },
      asOf: say("decided-by.as-of-day", { day: formatDay(language, example.asOf) }),
      holds,
      said: say(holds ? "review.example-holds" : decided ? "review.example-fails" : "review.example-refused"),
      mismatches: mismatches.map((found) => mismatchInWords(language, ruleSet, found)),
      problems: (problems ?? []).map((found) => describe(language, found)),
      decision: decided && triedDecision(draft, decided),
      action: exampleAddress(language, stored.id, example.id),
      submission: newSubmission(),
      edit: mayChange ? `${exampleAddress(language, stored.id, example.id)}/edit` : null,
      mayRenew: mayChange && decided !== null && !holds,
      mayChange,
      conflict,
    },
  };
}
