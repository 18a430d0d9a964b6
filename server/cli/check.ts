import { existsSync } from "node:fs";
import { basename } from "node:path";
import { type Examination, examineRuleSet, type Language, type RuleSetFinding } from "../../engine/index.ts";
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

/** Examines the set, its clauses against the text of the Rules that stands beside the file. */
function examine(file: string): Examination {
  const textFile = file.replace(/\.json$/, ".text.json");
  const text = readText(file);
  if (textFile !== file && existsSync(textFile)) {
    return examineRuleSet(text, { clauses: readLawText(textFile).clauses.map(({ id }) => id) });
  }
  const noText = serverProblem("no-law-text", "", { file: basename(textFile) });
  const { findings, ...rest } = examineRuleSet(text);
  return { ...rest, findings: [...findings, { ...noText, severity: "warning" }] };
}

type Label = RuleSetFinding["severity"] | "note";
const COLOURS = { error: "red", warning: "yellow", note: "bold" } as const;

function sayFinding(language: Language, label: Label, { pointer, code, params }: RuleSetFinding): string {
  const shown = paint(COLOURS[label], messages(language)(`check.${label}`), process.stdout);
  return `${shown} ${pointer || "/"}: ${sayProblem(language, { code, params })}`;
}

function summary(language: Language, file: string, errors: number, warnings: number): string {
  const say = messages(language);
  if (errors + warnings === 0) return paint("green", say("check.good", { file }), process.stdout);
  return say("check.counts", { file, errors, warnings });
}

function inWords(file: string, { findings, notes, enumerated }: Examination, errors: number, lang: Language): string {
  return [
    ...findings.map((finding) => sayFinding(lang, finding.severity, finding)),
    ...notes.map((note) => sayFinding(lang, "note", note)),
    ...(enumerated ? [sayProblem(lang, enumerated)] : []),
    summary(lang, file, errors, findings.length - errors),
  ].join("\n");
}

/** The findings as JSON, each that was refuted with a case for `qagida evaluate`. */
const asJson = ({ findings }: Examination, lang: Language): string =>
  JSON.stringify(
    findings.map((finding) => ({ ...finding, message: sayProblem(lang, finding) })),
    null,
    2,
  );

/**
 * `qagida check`: validates a rule set, tries it on made-up cases, and prints every finding.
 * @returns the exit code: 1 where there is an error.
 */
export async function check(file: string, { json, lang }: CheckOptions): Promise<number> {
  const examination = examine(file);
  const errors = examination.findings.filter(({ severity }) => severity === "error").length;
  await write(`${json ? asJson(examination, lang) : inWords(file, examination, errors, lang)}\n`);
  return errors > 0 ? 1 : 0;
}
