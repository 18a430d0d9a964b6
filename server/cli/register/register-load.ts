import type { Language } from "../../../engine/index.ts";
import { takeAdopted } from "../../adoption/published-in-store.ts";
import { enterRecords } from "../../register/enter-records.ts";
import { storedRegister } from "../../register/stored-register.ts";
import type { Store } from "../../store/store.ts";
import { ruleBook } from "../rules-for.ts";
import { write } from "../standard-output.ts";
import { isMissing, openUnlessInUse, serversStore } from "../store-place.ts";
import { systemUser } from "../system-user.ts";
import { acceptLines, type LoadedFile, readLoadedFile } from "./loaded-file.ts";
import { type Loaded, sayLoaded } from "./say-loaded.ts";

export interface RegisterLoadOptions {
  lang: Language;
}

async function registerIn(store: Store, file: LoadedFile): Promise<Loaded> {
  const rules = ruleBook();
  await takeAdopted(store, rules);
  const kept = await storedRegister(store);
  const register = acceptLines(file, rules, kept.chambers);
  const act = { store, by: systemUser("register") };
  const chambers = await enterRecords(act, "chamber", register.chambers, kept.chambers);
  const consultants = await enterRecords(act, "consultant", register.consultants, kept.consultants);
  return { register, chambers, consultants };
}

/**
 * `qagida register load`: brings the register to what a file says of it, or does nothing where any line is wrong. The
 * file is read before the store is opened, which another command may hold that writes the file.
 * @returns the exit code, always 0
 */
export async function registerLoad(name: string, { lang }: RegisterLoadOptions): Promise<number> {
  const file = await readLoadedFile(name, lang);
  const place = serversStore();
  if (isMissing(place)) acceptLines(file, ruleBook(), []); // A file that is refused makes no store.
  const store = await openUnlessInUse(place, "register-in-use");
  try {
    await write(`${sayLoaded(lang, await registerIn(store, file))}\n`);
  } finally {
    await store.close();
  }
  return 0;
}
