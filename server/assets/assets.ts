import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The styles, scripts and fonts that `npm run build` has made. */
export interface Assets {
  /** The address of the folder: it names a version, so that what lies in it never changes. */
  url: string;
  folder: string;
}

/**
 * Finds the built assets.
 * @throws {Error} where they were not built.
 */
export function readAssets(folder: string): Assets {
  const versionFile = join(folder, "version");
  if (!existsSync(versionFile)) throw new Error(`There are no assets in ${folder}. Run: npm run build`);
  const version = readFileSync(versionFile, "utf8").trim();
  return { url: `/assets/${version}`, folder: join(folder, version) };
}
