import type { Store } from "../../store.ts";
import type { Reader } from "./reader.ts";

/** Reads chambers and their consultants. */
export const readChambers = (reader: Reader): Pick<Store, "chambers" | "chamber" | "consultant" | "consultantsOf"> => ({
  chambers: () => reader.all("chamber"),
  chamber: (id) => reader.one("chamber", id),
  consultant: (id) => reader.one("consultant", id),
  consultantsOf: (chamber) => reader.lookUp("consultant", chamber),
});
