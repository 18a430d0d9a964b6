import { isDay } from "../../engine/calendar.ts";
import { CaseError, type Language } from "../../engine/index.ts";
import { problem } from "../../engine/reading/problem.ts";
import { type Decided, decideDocument } from "../case-files/decide-document.ts";
import { todayInAlmaty } from "../today.ts";
import { type BatchSettings, evaluateBatch } from "./batch.ts";
import { confirmDecided } from "./confirm-decided.ts";
import { readText } from "./files.ts";
import { Refusal } from "./refusal.ts";
import { rulesFor } from "./rules-for.ts";
import { write } from "./standard-output.ts";

/** The options of `qagida evaluate`, as they were given. */
export interface EvaluateOptions {
  batch?: string | true;
  rules?: string;
  asOf?: string;
  trace: boolean;
  confirm?: boolean;
  lang: Language;
}

function settingsFrom({ rules, asOf = todayInAlmaty(), trace, lang }: EvaluateOptions): BatchSettings {
  if (!isDay(asOf)) throw new Refusal("--as-of", [problem("not-a-day", "")]);
  return { rulesFor: rulesFor(rules), asOf, trace, lang };
}

async function decideFile(file: string, settings: BatchSettings, confirm: boolean): Promise<Decided> {
  try {
    const decided = decideDocument(readText(file), settings);
    if (confirm) await confirmDecided(decided);
    return decided;
  } catch (error) {
    throw error instanceof CaseError ? new Refusal(file, error.problems) : error;
  }
}

/**
 * `qagida evaluate`: decides one case, or one case a line.
 * @returns the exit code: 0 done, 1 where a line of a batch was refused.
 * @throws {Refusal} where the input is bad, no rule set is in force, or the second opinion disagrees.
 */
export async function evaluate(file: string | undefined, options: EvaluateOptions): Promise<number> {
  const { batch, confirm = false } = options;
  const settings = settingsFrom(options);
  if (batch !== undefined) {
    const source = batch === true ? (file ?? "-") : batch;
    return (await evaluateBatch(source, settings, confirm ? confirmDecided : null)) ? 0 : 1;
  }
  if (file === undefined) throw new Refusal("CASE.json", [problem("missing-field", "", { field: "CASE.json" })]);
  const { decision } = await decideFile(file, settings, confirm);
  await write(`${JSON.stringify(decision, null, 2)}\n`);
  return 0;
}
