import type { Store } from "../../store.ts";
import type { Reader } from "./reader.ts";

/** Reads what looking back came to. */
export const readLookingsBack = (reader: Reader): Pick<Store, "lookingsBack" | "lookingBack"> => ({
  lookingsBack: () => reader.all("looking-back"),
  lookingBack: (id) => reader.one("looking-back", id),
});
