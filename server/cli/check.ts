import { existsSync } from "node:fs";
import { basename } from "node:path";
import { checkRuleSet, type Language, type RuleSetFinding } from "../../engine/index.ts";
import { messages } from "../language/messages.ts";
import { sayProblem } from "../language/say-problem.ts";
import { readLawText } from "../law-text.ts";
import { serverProblem } from "../problem.ts";
import { readText } from "./files.ts";
import { paint } from "./paint.ts";
import { write } from "./standard-output.ts";

export interface CheckOptions {
  json?: boolean;
  lang: Language;
}

const COLOURS = { error: "red", warning: "yellow" } as const;

/** The checker's findings, with the clauses checked against the text of the Rules that stands beside the file. */
function findings(file: string): RuleSetFinding[] {
  const textFile = file.replace(/\.json$/, ".text.json");
  const text = readText(file);
  if (textFile !== file && existsSync(textFile)) {
    return checkRuleSet(text, { clauses: readLawText(textFile).clauses.map(({ id }) => id) });
  }
  const noText = serverProblem("no-law-text", "", { file: basename(textFile) });
  return [...checkRuleSet(text), { ...noText, severity: "warning" }];
}

function sayFinding(language: Language, { severity, pointer, code, params }: RuleSetFinding): string {
  const { stdout } = process;
  const label = paint(COLOURS[severity], messages(language)(`check.${severity}`), stdout);
  return `${label} ${pointer || "/"}: ${sayProblem(language, { code, params })}`;
}

function summary(language: Language, file: string, errors: number, warnings: number): string {
  const say = messages(language);
  if (errors + warnings === 0) return paint("green", say("check.good", { file }), process.stdout);
  return say("check.counts", { file, errors, warnings });
}

/**
 * `qagida check`: validates a rule set and prints every finding.
 * @returns the exit code: 1 where there is an error.
 */
export async function check(file: string, { json, lang }: CheckOptions): Promise<number> {
  const found = findings(file);
  const errors = found.filter(({ severity }) => severity === "error").length;
  if (json) {
    const said = found.map((finding) => ({ ...finding, message: sayProblem(lang, finding) }));
    await write(`${JSON.stringify(said, null, 2)}\n`);
  } else {
    const lines = found.map((finding) => sayFinding(lang, finding));
    await write(`${[...lines, summary(lang, file, errors, found.length - errors)].join("\n")}\n`);
  }
  return errors > 0 ? 1 : 0;
}
