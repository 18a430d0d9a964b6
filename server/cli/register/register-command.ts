import type { Command, Option } from "commander";
import type { Run } from "../run.ts";
import type { RegisterExportOptions } from "./register-export.ts";
import type { RegisterLoadOptions } from "./register-load.ts";

/** `qagida register …`: the chambers and the consultants on their lists as a file, for whoever administers the machine. */
export function addRegisterCommands(program: Command, run: Run, langOption: () => Option): void {
  const register = program
    .command("register")
    .summary("the register as a file: load, export")
    .description("The chambers, and the consultants on their lists, in QAGIDA_DATA or DATABASE_URL.")
    .helpCommand(false);
  register
    .command("load")
    .summary("add and change chambers and consultants by a file")
    .description(
      "Adds what is new in the file and changes what differs; removes nothing. Where any line is wrong, nothing is done.",
    )
    .argument("<FILE>", "a chamber or a consultant a line, as JSON; - reads standard input")
    .addOption(langOption())
    .action((file: string, options: RegisterLoadOptions) =>
      run(options.lang, async () => (await import("./register-load.ts")).registerLoad(file, options)),
    );
  register
    .command("export")
    .summary("print the register as such a file")
    .addOption(langOption())
    .action((options: RegisterExportOptions) =>
      run(options.lang, async () => (await import("./register-export.ts")).registerExport()),
    );
}
