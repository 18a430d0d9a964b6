import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../server/store/open-store.ts";
import type { Store } from "../../server/store/store.ts";

const folders: string[] = [];

process.once("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A real embedded store in a folder of its own, which goes when the tests end. */
export async function openTemporaryStore(
  now: () => Date = () => new Date(),
): Promise<{ store: Store; folder: string }> {
  const parent = await mkdtemp(join(tmpdir(), "qagida-store-"));
  folders.push(parent);
  const folder = join(parent, "data");
  return { folder, store: await openStore({ dataFolder: folder, databaseUrl: null, now }) };
}
