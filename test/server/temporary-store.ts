import { join } from "node:path";
import { openStore } from "../../server/store/open-store.ts";
import type { Store } from "../../server/store/store.ts";
import { temporaryFolder } from "../temporary-folder.ts";

/** A real embedded store in a folder of its own, which goes when the tests end. */
export async function openTemporaryStore(
  now: () => Date = () => new Date(),
): Promise<{ store: Store; folder: string }> {
  const folder = join(temporaryFolder("store"), "data");
  return { folder, store: await openStore({ dataFolder: folder, databaseUrl: null, now }) };
}
