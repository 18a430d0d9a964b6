#!/usr/bin/env node
import { Command, CommanderError, Option } from "commander";
import { languageOfLocale } from "../language/language-of-locale.ts";
import { LANGUAGES } from "../language/languages.ts";
import { addAuditCommands } from "./audit.ts";
import { type BackupOptions, backup } from "./backup.ts";
import { type CheckOptions, check } from "./check.ts";
import { type DiffOptions, diff } from "./diff.ts";
import { type EvaluateOptions, evaluate } from "./evaluate.ts";
import { type ExplainOptions, explain } from "./explain.ts";
import { reevaluate } from "./reevaluate/reevaluate.ts";
import type { ReevaluateOptions } from "./reevaluate/reevaluate-options.ts";
import { addRegisterCommands } from "./register/register-command.ts";
import { report } from "./report.ts";
import { type RestoreOptions, restore } from "./restore.ts";
import { addRulesCommands } from "./rules/rules-command.ts";
import type { Run } from "./run.ts";
import { addStoreCommands } from "./store.ts";
import { addUserCommands } from "./user/user-command.ts";

const REFUSED = 2;
const localeLanguage = languageOfLocale(process.env);

/** Runs a command and sets the exit code: 0 done, 1 done and it does not hold, 2 refused. */
const run: Run = async (lang, command) => {
  try {
    process.exitCode = await command();
  } catch (error) {
    report(error, lang);
    process.exitCode = REFUSED;
  }
};

const langOption = (): Option =>
  new Option("--lang <LANG>", "the language of the messages").choices(LANGUAGES).default(localeLanguage);

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
  .addOption(langOption())
  .action((file: string | undefined, options: EvaluateOptions) => run(options.lang, () => evaluate(file, options)));

program
  .command("check")
  .summary("validate a rule set")
  .description(
    "Validates a rule set and prints every problem with its JSON Pointer. Exit code 1 where there is an error.",
  )
  .argument("<RULESET.json>", "the rule set; its text is looked for beside it, as RULESET.text.json")
  .option("--json", "print the findings as JSON")
  .addOption(langOption())
  .action((file: string, options: CheckOptions) => run(options.lang, () => check(file, options)));

program
  .command("diff")
  .summary("tell what changed between two rule sets")
  .description("Tells in words what changed between two rule sets, each a file or a year.")
  .argument("<A>", "the older set: a file, or a year in which it is in force")
  .argument("<B>", "the newer set")
  .option("--json", "print the changes as JSON")
  .addOption(langOption())
  .action((one: string, other: string, options: DiffOptions) => run(options.lang, () => diff(one, other, options)));

program
  .command("explain")
  .summary("say every rule of a rule set as a sentence")
  .description("Says every rule of a rule set as a sentence, with the clauses it rests on.")
  .argument("<RULESET>", "the set: a file, or a year in which it is in force")
  .option("--json", "print the sections as JSON")
  .addOption(langOption())
  .action((set: string, options: ExplainOptions) => run(options.lang, () => explain(set, options)));

program
  .command("reevaluate")
  .summary("make every recorded decision once more, and compare")
  .description(
    "Makes every recorded decision once more from its case and rule set, and compares it byte for byte with what was " +
      "recorded: exit code 1 where one differs. Or decides the recorded cases otherwise, and tells what would change. " +
      "Nothing that is recorded is touched; with --keep, what came of it is kept beside it.",
  )
  .option("--chamber <ID...>", "these chambers only")
  .option("--year <YEAR...>", "these reporting years only")
  .addOption(
    new Option("--what-if <YEAR|FILE>", "decide by the set in force in that year, or by the set in a file").conflicts(
      "asKnownOn",
    ),
  )
  .option("--as-known-on <DATE>", "decide by what was known on that day, YYYY-MM-DD")
  .option("--json", "print what came of it as JSON")
  .option("--keep <LOGIN>", "keep what came of it, in the name of this account")
  .option("--note <TEXT>", "why it is kept")
  .addOption(langOption())
  .action((options: ReevaluateOptions) => run(options.lang, () => reevaluate(options)));

addAuditCommands(program, run, langOption);

program
  .command("backup")
  .summary("back up everything, while the server runs")
  .description("Writes all events and documents of the server's store into one file.")
  .argument("<FILE>", "the backup; - writes to standard output")
  .addOption(langOption())
  .action((file: string, options: BackupOptions) => run(options.lang, () => backup(file, options)));

program
  .command("restore")
  .summary("restore a backup into an empty place")
  .description(
    "Restores a backup into the folder QAGIDA_DATA, or the database DATABASE_URL, which has to be empty, and verifies it.",
  )
  .argument("<FILE>", "the backup; - reads standard input")
  .addOption(langOption())
  .action((file: string, options: RestoreOptions) => run(options.lang, () => restore(file, options)));

addStoreCommands(program, run, langOption);
addRulesCommands(program, run, langOption);
addRegisterCommands(program, run, langOption);
addUserCommands(program, run, langOption);

process.stdout.on("error", (error) => {
  report(error, localeLanguage);
  process.exit(REFUSED);
});

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : REFUSED;
}
