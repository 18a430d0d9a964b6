import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe } from "vitest";
import { openEmbeddedStore } from "../../server/store/embedded/open-embedded-store.ts";
import { storeContract } from "./contract.ts";

describe("the embedded store", { timeout: 60_000 }, () => {
  storeContract(async () => {
    const folder = await mkdtemp(join(tmpdir(), "qagida-store-"));
    return {
      open: () => openEmbeddedStore(folder, { now: () => new Date() }),
      remove: () => rm(folder, { recursive: true, force: true }),
    };
  });
});
