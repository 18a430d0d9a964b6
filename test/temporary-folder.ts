import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const folders: string[] = [];

function removeAll(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

// The processes of vitest end without a word: there the folders go after the last test of a file.
if (process.env.VITEST) afterAll(removeAll);
else process.once("exit", removeAll);

/** A new, empty folder of this name and a suffix, which goes when the tests end. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `qagida-${name}-`));
  folders.push(folder);
  return folder;
}
