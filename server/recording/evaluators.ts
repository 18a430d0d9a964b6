import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../project-root.ts";

interface PackageFile {
  version: string;
  dependencies: Record<string, string>;
}

const { version, dependencies } = JSON.parse(readFileSync(join(PROJECT_ROOT, "package.json"), "utf8")) as PackageFile;

/** The version of the engine that decides. */
export const ENGINE = version;

/** What confirms its decisions, with the version, which is pinned. */
export const SECOND_OPINION = `json-rules-engine ${dependencies["json-rules-engine"]}`;
