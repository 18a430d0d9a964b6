#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { type EvaluateOptions, evaluate } from "./evaluate.ts";
import { report } from "./report.ts";

const REFUSED = 2;

/** Runs a command and sets the exit code: 0 done, 1 done and it does not hold, 2 refused. */
const run =
  <Args extends unknown[]>(command: (...args: Args) => Promise<number>) =>
  async (...args: Args): Promise<void> => {
    try {
      process.exitCode = await command(...args);
    } catch (error) {
      report(error);
      process.exitCode = REFUSED;
    }
  };

const program = new Command("qagida")
  .description("Decides by the Rules for the professional development of legal consultants.")
  .helpOption("-h, --help", "print this help")
  .helpCommand(false)
  .showHelpAfterError("(see qagida --help)")
  .exitOverride();

program
  .command("evaluate")
  .summary("decide a case, or one case a line")
  .description(
    "Decides a case and prints the decision as JSON; with --batch, one case a line in, one decision a line out.",
  )
  .argument("[CASE.json]", "the case; - reads standard input")
  .option("--batch [CASES.ndjson]", "decide one case a line; - reads standard input")
  .option("--rules <YEAR|FILE>", "decide by the set in force in that year, or by the set in a file")
  .option("--as-of <DATE>", "decide as of this day, YYYY-MM-DD (default: today in Asia/Almaty)")
  .option("--no-trace", "leave the reasoning out")
  .option("--confirm", "have the second evaluator confirm each decision")
  .action(run((file: string | undefined, options: EvaluateOptions) => evaluate(file, options)));

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  report(error);
  process.exit(REFUSED);
});

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : REFUSED;
}
