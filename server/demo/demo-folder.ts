import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CountrySettings } from "./generate/country-settings.ts";

/** What the folder of the demo says of the country in it. */
interface Mark {
  format: number;
  settings: CountrySettings;
  /** Whether the country is told to its end: false while it is being made. */
  complete: boolean;
}

/** Goes up when the same settings give another country. */
const FORMAT = 2;
const MARK_FILE = "country.json";

/** The folder cannot be used for the demo: the message says why, and the way out. */
export class DemoFolderRefused extends Error {
  override readonly name = "DemoFolderRefused";
}

/** The folder of the demo: its store, its seals, and a mark that says which country it is. */
export class DemoFolder {
  readonly store: string;
  readonly seals: string;
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.store = join(folder, "store");
    this.seals = join(folder, "seals");
  }

  /**
   * Whether the country of these settings is there already.
   * @throws {DemoFolderRefused} where the folder holds another one, or something else.
   */
  holds({ seed, consultants }: Omit<CountrySettings, "today">): boolean {
    const mark = this.#mark();
    if (!mark?.complete) return false;
    const { settings, format } = mark;
    if (format === FORMAT && settings.seed === seed && settings.consultants === consultants) return true;
    const there = `a country of ${settings.consultants} consultants, seed ${settings.seed}`;
    throw new DemoFolderRefused(
      `${this.#folder} holds ${there}. Add --fresh to make it anew, or --folder for another.`,
    );
  }

  /** Empties the folder for a country that is going to be made. @throws {DemoFolderRefused} */
  begin(settings: CountrySettings): void {
    this.#mark();
    rmSync(this.store, { recursive: true, force: true });
    rmSync(this.seals, { recursive: true, force: true });
    mkdirSync(this.#folder, { recursive: true });
    this.#write({ format: FORMAT, settings, complete: false });
  }

  /** Says that the country is told to its end. */
  finish(settings: CountrySettings): void {
    this.#write({ format: FORMAT, settings, complete: true });
  }

  #write(mark: Mark): void {
    writeFileSync(join(this.#folder, MARK_FILE), `${JSON.stringify(mark)}\n`);
  }

  /** The mark; null where the folder is empty or not there. What is not of the demo is never touched. */
  #mark(): Mark | null {
    if (!existsSync(this.#folder) || readdirSync(this.#folder).length === 0) return null;
    const file = join(this.#folder, MARK_FILE);
    if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
    throw new DemoFolderRefused(`${this.#folder} is not a folder of the demo: choose another with --folder.`);
  }
}
