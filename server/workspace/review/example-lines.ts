import { compareWithExpectation } from "../../../engine/check/expectation.ts";
import { CaseError, compile, type Language, parseCase, type RuleSet } from "../../../engine/index.ts";
import { formatDay } from "../../language/days.ts";
import { messages } from "../../language/messages.ts";
import { mismatchInWords, type SaidMismatch } from "../examples/mismatch-in-words.ts";

type Example = RuleSet["examples"][number];

/** An example of a draft, and what the draft makes of it. */
export interface ExampleLine {
  id: string;
  name: string;
  asOf: string;
  holds: boolean;
  said: string;
  /** Where the decision is not as expected. */
  mismatches: SaidMismatch[];
  /** The whole decision with its reasoning, as JSON. */
  decision: string | null;
}

/** Tries the examples of a rule set: expected against actual. */
export function exampleLines(language: Language, ruleSet: RuleSet): ExampleLine[] {
  const rules = compile(ruleSet);
  const say = messages(language);

  function tried({ case: given, asOf, expect }: Example): Pick<ExampleLine, "mismatches" | "decision" | "said"> {
    try {
      const decision = rules.decide(parseCase(given), { asOf });
      const mismatches = compareWithExpectation(decision, expect).map((found) =>
        mismatchInWords(language, ruleSet, found),
      );
      const said = say(mismatches.length === 0 ? "review.example-holds" : "review.example-fails");
      return { mismatches, said, decision: JSON.stringify(decision, null, 2) };
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
      return { mismatches: [], said: say("review.example-refused"), decision: null };
    }
  }

  return ruleSet.examples.map((example) => {
    const outcome = tried(example);
    return {
      id: example.id,
      name: example.name[language],
      asOf: formatDay(language, example.asOf),
      holds: outcome.decision !== null && outcome.mismatches.length === 0,
      ...outcome,
    };
  });
}
