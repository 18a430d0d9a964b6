import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

function findRoot(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : findRoot(dirname(folder));
}

/** The folder of the project: where `rules/` and `views/` are, whether this runs from the sources or from the build. */
export const PROJECT_ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));
