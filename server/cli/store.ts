import type { Command, Option } from "commander";
import type { Run } from "./run.ts";
import { type StoreCheckOptions, storeCheck } from "./store-check.ts";
import { type StoreCopyOptions, storeCopy } from "./store-copy.ts";
import { type StoreRebuildOptions, storeRebuild } from "./store-rebuild.ts";
import { type StoreSweepOptions, storeSweep } from "./store-sweep.ts";

/** Adds `qagida store …`: what is done with a store as a whole. */
export function addStoreCommands(program: Command, run: Run, langOption: () => Option): void {
  const store = program.command("store").summary("check, rebuild, sweep or copy the store").helpCommand(false);
  store
    .command("copy")
    .summary("copy a store into an empty one, and prove that both are equal")
    .description("Copies all events and documents, and compares both stores. Exit code 1 where they are not equal.")
    .argument("<FROM>", "a folder, or the address of a PostgreSQL database: postgresql://user:password@host:port/name")
    .argument("<TO>", "likewise; it has to be empty")
    .addOption(langOption())
    .action((from: string, to: string, options: StoreCopyOptions) =>
      run(options.lang, () => storeCopy(from, to, options)),
    );
  store
    .command("check")
    .summary("verify every invariant and every hash")
    .description(
      "Checks the store that QAGIDA_DATA or DATABASE_URL names: the files, the log, that each record is what the log says " +
        "of it, what records point to, and the documents. Exit code 1 where something does not hold.",
    )
    .addOption(langOption())
    .action((options: StoreCheckOptions) => run(options.lang, () => storeCheck(options)));
  store
    .command("rebuild")
    .summary("make the state anew from the journal")
    .description("Makes the state of the embedded store in QAGIDA_DATA anew from its journal, which stays as it is.")
    .addOption(langOption())
    .action((options: StoreRebuildOptions) => run(options.lang, () => storeRebuild(options)));
  store
    .command("sweep")
    .summary("remove documents that no record names")
    .description(
      "Removes documents that no record names and that were brought more than a day ago: uploaded lists of cases, what came " +
        "with a submission that was refused. A server does so by itself, once a day.",
    )
    .addOption(langOption())
    .action((options: StoreSweepOptions) => run(options.lang, () => storeSweep(options)));
}
