import { rm } from "node:fs/promises";
import { describe } from "vitest";
import { openEmbeddedStore } from "../../server/store/embedded/open-embedded-store.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { storeContract } from "./contract.ts";

describe("the embedded store", { timeout: 60_000 }, () => {
  storeContract(async () => {
    const folder = temporaryFolder("store");
    return {
      open: () => openEmbeddedStore(folder, { now: () => new Date() }),
      remove: () => rm(folder, { recursive: true, force: true }),
    };
  });
});
