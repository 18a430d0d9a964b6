import { isDay } from "../../engine/calendar.ts";
import { CaseError } from "../../engine/index.ts";
import { problem } from "../../engine/problem.ts";
import { todayInAlmaty } from "../today.ts";
import { evaluateBatch } from "./batch.ts";
import { type Decided, type DecideSettings, decideDocument } from "./decide-document.ts";
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
}

function settingsFrom({ rules, asOf = todayInAlmaty(), trace }: EvaluateOptions): DecideSettings {
  if (!isDay(asOf)) throw new Refusal("--as-of", [problem("not-a-day", "")]);
  return { rulesFor: rulesFor(rules), asOf, trace };
}

function decideFile(file: string, settings: DecideSettings): Decided {
  try {
    return decideDocument(readText(file), settings);
  } catch (error) {
    throw error instanceof CaseError ? new Refusal(file, error.problems) : error;
  }
}

/**
 * `qagida evaluate`: decides one case, or one case a line.
 * @returns the exit code: 0 done, 1 where a line of a batch was refused.
 * @throws {Refusal} where the input is bad or no rule set is in force.
 */
export async function evaluate(file: string | undefined, options: EvaluateOptions): Promise<number> {
  const settings = settingsFrom(options);
  if (options.batch !== undefined) {
    const source = options.batch === true ? (file ?? "-") : options.batch;
    return (await evaluateBatch(source, settings, null)) ? 0 : 1;
  }
  if (file === undefined) throw new Refusal("CASE", [problem("missing-field", "", { field: "CASE" })]);
  const { decision } = decideFile(file, settings);
  await write(`${JSON.stringify(decision, null, 2)}\n`);
  return 0;
}
