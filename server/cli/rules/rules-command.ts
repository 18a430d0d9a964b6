import type { Command, Option } from "commander";
import type { Run } from "../run.ts";
import { type RulesExportOptions, rulesExport } from "./rules-export.ts";
import { type RulesImportOptions, rulesImport } from "./rules-import.ts";

/** `qagida rules …`: the way between the store and files that are reviewed in git. */
export function addRulesCommands(program: Command, run: Run, langOption: () => Option): void {
  const rules = program.command("rules").summary("rule sets as files: export, import").helpCommand(false);
  rules
    .command("export")
    .summary("write the adopted rule sets as files")
    .description("Writes the last revision of each adopted rule set as YEAR.json.")
    .option("--to <FOLDER>", "the folder", "rules")
    .addOption(langOption())
    .action((options: RulesExportOptions) => run(options.lang, () => rulesExport(options)));
  rules
    .command("import")
    .summary("propose a file as a draft")
    .description("Makes a draft of a rule set's file. It is reviewed and adopted like any other draft.")
    .argument("<FILE>", "the rule set; - reads standard input")
    .requiredOption("--author <LOGIN>", "the editor who proposes it")
    .option("--title <TITLE>", "what the draft is called (default: the file's name)")
    .option("--corrects <REASON>", "mends a clerical error of the adopted set of the same year")
    .addOption(langOption())
    .action((file: string, options: RulesImportOptions) => run(options.lang, () => rulesImport(file, options)));
}
