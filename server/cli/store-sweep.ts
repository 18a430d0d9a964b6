import type { Language } from "../../engine/index.ts";
import { messages } from "../language/messages.ts";
import { openStore } from "../store/open-store.ts";
import { sweepOrphans } from "../store/orphans.ts";
import { refuseMissing, serversStore } from "./store-place.ts";

export interface StoreSweepOptions {
  lang: Language;
}

/**
 * `qagida store sweep`: removes documents that no record names and that were brought more than a day ago.
 * @returns the exit code
 */
export async function storeSweep({ lang }: StoreSweepOptions): Promise<number> {
  const options = serversStore();
  refuseMissing(options);
  const store = await openStore(options);
  try {
    const { documents, bytes } = await sweepOrphans(store, options.now());
    process.stderr.write(`${messages(lang)("cli.store-swept", { documents, bytes })}\n`);
    return 0;
  } finally {
    await store.close();
  }
}
