import type { PublishedRules } from "../published-rules.ts";
import { openStore } from "../store/open-store.ts";
import { countryEvents } from "./generate/country.ts";
import type { CountrySettings } from "./generate/country-settings.ts";

export interface MakeOptions {
  rules: PublishedRules;
  /** How many threads decide and write beside this one; 0 for none. */
  threads: number;
  onProgress?(told: number, instant: number): void;
}

/** Makes a country in an embedded store of its own, which must be empty. */
export async function makeCountry(folder: string, settings: CountrySettings, options: MakeOptions): Promise<void> {
  const store = await openStore({ dataFolder: folder, databaseUrl: null, now: () => new Date() });
  try {
    await store.takeOver(countryEvents(settings, options));
  } finally {
    await store.close();
  }
}
