import { createHash } from "node:crypto";
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "../temporary-folder.ts";

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** The file of a chamber's year. */
async function fileOf(folder: string, chamber: string, year: number): Promise<string> {
  const name = (await readdir(join(folder, "state"))).find((one) => one.startsWith(`cases~${chamber}~${year}.`));
  if (!name) throw new Error(`there is no file for ${chamber}, ${year}`);
  return join(folder, "state", name);
}

/**
 * A byte of a case is changed in the file: what is read is not what was written.
 * @returns what mends it.
 */
export async function damageFile(folder: string, chamber: string, year: number): Promise<() => Promise<void>> {
  const path = await fileOf(folder, chamber, year);
  const text = await readFile(path, "utf8");
  await writeFile(path, text.replace('"state":{"chamber":', '"state":{"chamber";'));
  return () => writeFile(path, text);
}

/** A copy of a store in which one case is no JSON, though every hash says that it is what was written. */
export async function withDamagedCase(folder: string, chamber: string, year: number): Promise<string> {
  const copy = join(temporaryFolder("damaged"), "store");
  await cp(folder, copy, { recursive: true });
  const path = await fileOf(copy, chamber, year);
  const before = sha256(await readFile(path));
  await damageFile(copy, chamber, year);
  const manifest = join(copy, "state", "manifest.json");
  const named = (await readFile(manifest, "utf8")).replace(before, sha256(await readFile(path)));
  await writeFile(manifest, named);
  return copy;
}
