import type { Language } from "../../../engine/index.ts";
import { entryLines } from "../../register/file/entry-lines.ts";
import { storedRegister } from "../../register/stored-register.ts";
import { write } from "../standard-output.ts";
import { openUnlessInUse, refuseMissing, serversStore } from "../store-place.ts";

export interface RegisterExportOptions {
  lang: Language;
}

/**
 * `qagida register export`: prints the register as of one moment, chambers first, in the order of ids: equal registers
 * give equal bytes.
 * @returns the exit code, always 0
 */
export async function registerExport(): Promise<number> {
  const place = serversStore();
  refuseMissing(place);
  const store = await openUnlessInUse({ ...place, snapshot: true }, "register-in-use");
  try {
    for (const line of entryLines(await storedRegister(store))) await write(line);
  } finally {
    await store.close();
  }
  return 0;
}
