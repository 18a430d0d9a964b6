import { cp, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbeddedStore } from "../../../server/store/embedded/open-embedded-store.ts";
import type { StoreContender } from "./contender.ts";

/** Opens a copy of the files as they are while the store is in use: what a killed process leaves. */
async function restart(folder: string): Promise<number> {
  const copy = join(folder, "copy");
  await cp(join(folder, "data"), copy, { recursive: true });
  await rm(join(copy, "lock"));
  const began = performance.now();
  const store = await openEmbeddedStore(copy, { now: () => new Date() });
  const took = performance.now() - began;
  await store.close();
  return took;
}

/** The embedded store in a temporary folder, and a file beside it that lines are appended to. */
export async function embedded(): Promise<StoreContender> {
  const folder = await mkdtemp(join(tmpdir(), "qagida-bench-"));
  const store = await openEmbeddedStore(join(folder, "data"), { now: () => new Date() });
  const file = await open(join(folder, "bare.ndjson"), "a");
  return {
    name: "embedded",
    perSecond: 100,
    store,
    bareName: "fsync'd appends",
    writeBare: async (text) => {
      await file.write(`${text}\n`);
      await file.datasync();
    },
    restart: () => restart(folder),
    remove: async () => {
      await file.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
