import { type Change, diffRuleSets, type Language, type RuleSet } from "../../engine/index.ts";
import { shortClause } from "../language/clause-labels.ts";
import { messages } from "../language/messages.ts";
import { sayChange } from "../language/say-change.ts";
import { paint } from "./paint.ts";
import { rulesNamed } from "./rules-for.ts";
import { write } from "./standard-output.ts";

export interface DiffOptions {
  json?: boolean;
  lang: Language;
}

function heading(language: Language, before: RuleSet, after: RuleSet): string {
  const say = messages(language);
  const named = ({ effectiveYear: year, revision }: RuleSet): string => say("diff.set", { year, revision });
  return paint("bold", say("diff.heading", { before: named(before), after: named(after) }), process.stdout);
}

function line(language: Language, change: Change, before: RuleSet, after: RuleSet): string {
  const clauses = change.clauses.map((clause) => shortClause(language, clause)).join("; ");
  return `${sayChange(language, change, before, after)}${clauses ? ` (${clauses})` : ""}`;
}

/**
 * `qagida diff`: what changed between two rule sets, in words.
 * @returns the exit code, always 0: sets may differ.
 */
export async function diff(one: string, other: string, { json, lang }: DiffOptions): Promise<number> {
  const [{ ruleSet: before }, { ruleSet: after }] = [rulesNamed(one), rulesNamed(other)];
  const changes = diffRuleSets(before, after);
  if (json) {
    await write(
      `${JSON.stringify(
        changes.map((change) => ({ ...change, text: sayChange(lang, change, before, after) })),
        null,
        2,
      )}\n`,
    );
  } else {
    const lines = changes.map((change) => line(lang, change, before, after));
    const body = lines.length > 0 ? lines : [messages(lang)("diff.same")];
    await write(`${[heading(lang, before, after), ...body].join("\n")}\n`);
  }
  return 0;
}
