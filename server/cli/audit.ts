import type { Command, Option } from "commander";
import { type AuditProveOptions, auditProve } from "./audit-prove.ts";
import { type AuditVerifyOptions, auditVerify } from "./audit-verify.ts";
import type { Run } from "./run.ts";

const withPlaces = (command: Command): Command =>
  command
    .option("--data <FOLDER|URL>", "a folder, journal, backup or PostgreSQL database (default: the server's)")
    .option("--checkpoints <FILE>", "seals that were kept elsewhere: the log has to fit these as well")
    .option("--key <KEY>", "the key to check seals with: its line, or a file (default: the one beside the seals)");

/** Adds `qagida audit …`: what can be told of the log from outside, while the server runs or not. */
export function addAuditCommands(program: Command, run: Run, langOption: () => Option): void {
  const audit = program.command("audit").summary("verify the log, or prove an event").helpCommand(false);
  withPlaces(audit.command("verify"))
    .summary("verify the log against its seals")
    .description("Verifies every event of the log and every seal. Exit code 1 where something is wrong.")
    .option("--json", "print what was found as JSON")
    .addOption(langOption())
    .action((options: AuditVerifyOptions) => run(options.lang, () => auditVerify(options)));
  withPlaces(audit.command("prove"))
    .summary("prove that an event is in the log")
    .description(
      "Prints the proof that an event is in the log that was sealed last, as JSON, for a third party to check.",
    )
    .argument("<SEQ>", "the number of the event")
    .addOption(langOption())
    .action((seq: string, options: AuditProveOptions) => run(options.lang, () => auditProve(seq, options)));
}
