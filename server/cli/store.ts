import { Command, type Option } from "commander";
import { type StoreCopyOptions, storeCopy } from "./store-copy.ts";

/** Runs a command and sets the exit code. */
type Run = (lang: StoreCopyOptions["lang"], command: () => Promise<number>) => Promise<void>;

/** `qagida store …`: what is done with a store as a whole. */
export function storeCommand(run: Run, langOption: () => Option): Command {
  const store = new Command("store").summary("copy the store").helpCommand(false);
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
  return store;
}
