import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbeddedStore } from "../../../server/store/embedded/open-embedded-store.ts";
import type { StoreContender } from "./contender.ts";

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
    remove: async () => {
      await file.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
