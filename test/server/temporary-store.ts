import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../server/store/open-store.ts";
import type { Store } from "../../server/store/store.ts";

/** A real embedded store in a folder of its own, which goes when the tests end. */
export async function openTemporaryStore(
  now: () => Date = () => new Date(),
): Promise<{ store: Store; folder: string }> {
  const parent = await mkdtemp(join(tmpdir(), "qagida-store-"));
  process.once("exit", () => rmSync(parent, { recursive: true, force: true }));
  const folder = join(parent, "data");
  return { folder, store: await openStore({ dataFolder: folder, databaseUrl: null, now }) };
}
