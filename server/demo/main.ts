import { availableParallelism } from "node:os";
import { join } from "node:path";
import { ConfigError, readConfig } from "../config.ts";
import { PROJECT_ROOT } from "../project-root.ts";
import { readRuleBook } from "../published-rules.ts";
import { refuse, serve } from "../serve.ts";
import { todayInAlmaty } from "../today.ts";
import { DemoFolder, DemoFolderRefused } from "./demo-folder.ts";
import { rulesOfCountry } from "./generate/rules-of-country.ts";
import { makeCountry } from "./make-country.ts";
import { type DemoOptions, OptionsError, readOptions } from "./options.ts";
import { telling } from "./telling.ts";

/** Makes the country where it is not there yet. */
async function prepare(folder: DemoFolder, { seed, consultants, fresh }: DemoOptions): Promise<void> {
  if (!fresh && folder.holds({ seed, consultants })) return;
  const settings = { seed, consultants, today: todayInAlmaty() };
  folder.begin(settings);
  const { show, end } = telling(consultants);
  const rules = rulesOfCountry(readRuleBook(join(PROJECT_ROOT, "rules")));
  await makeCountry(folder.store, settings, { rules, threads: Math.min(4, availableParallelism()), onProgress: show });
  folder.finish(settings);
  end();
}

try {
  const options = readOptions(process.argv.slice(2));
  const folder = new DemoFolder(options.folder);
  const config = { ...readConfig(process.env), dataFolder: folder.store, sealsFolder: folder.seals, databaseUrl: null };
  await prepare(folder, options);
  await serve(config, { demo: true });
} catch (error) {
  if ([ConfigError, OptionsError, DemoFolderRefused].some((known) => error instanceof known)) {
    refuse((error as Error).message);
  }
  throw error;
}
