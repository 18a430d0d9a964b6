import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { compile } from "sass";
import { PROJECT_ROOT } from "../project-root.ts";

const SOURCES = join(PROJECT_ROOT, "views", "assets");
const PACKAGES = join(PROJECT_ROOT, "node_modules");
const FONTS = join(PACKAGES, "@fontsource-variable", "golos-text", "files");
const ARROW = join(PACKAGES, "@fontsource", "noto-sans-symbols", "files", "noto-sans-symbols-symbols-400-normal.woff2");
const TARGET = join(PROJECT_ROOT, "dist", "assets");

function writeStyles(folder: string): void {
  const { css } = compile(join(SOURCES, "styles", "qagida.scss"), {
    loadPaths: [PACKAGES],
    style: "compressed",
    quietDeps: true,
  });
  writeFileSync(join(folder, "qagida.css"), css);
}

/** A short hash of every file of the folder, by name. */
function versionOf(folder: string): string {
  const hash = createHash("sha256");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  for (const path of paths) hash.update(path.slice(folder.length)).update(readFileSync(path));
  return hash.digest("hex").slice(0, 12);
}

/** Builds `dist/assets`: one folder that is named by the hash of what it holds, and a file that names it. */
function buildAssets(): void {
  const draft = join(TARGET, "draft");
  rmSync(TARGET, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  writeStyles(draft);
  cpSync(join(SOURCES, "scripts"), draft, { recursive: true });
  cpSync(join(SOURCES, "favicon.svg"), join(draft, "favicon.svg"));
  cpSync(FONTS, join(draft, "fonts"), { recursive: true });
  cpSync(ARROW, join(draft, "fonts", basename(ARROW)));
  const version = versionOf(draft);
  renameSync(draft, join(TARGET, version));
  writeFileSync(join(TARGET, "version"), `${version}\n`);
}

buildAssets();
