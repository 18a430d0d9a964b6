import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../server/store/open-store.ts";
import type { Store } from "../../server/store/store.ts";

/** A real embedded store in a folder of its own, which goes when the tests end. */
export async function openTemporaryStore(now: () => Date = () => new Date()): Promise<Store> {
  const folder = await mkdtemp(join(tmpdir(), "qagida-store-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return openStore({ dataFolder: join(folder, "data"), databaseUrl: null, now });
}
