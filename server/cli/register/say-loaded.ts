import type { Language } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import type { Entered } from "../../register/enter-records.ts";
import type { Register } from "../../register/file/register.ts";

/** What the file said of the register, and what came of it. */
export interface Loaded {
  register: Register;
  chambers: Entered;
  consultants: Entered;
}

/** Says in a line how much was in the file, and what it changed. */
export function sayLoaded(language: Language, { register, chambers, consultants }: Loaded): string {
  const say = messages(language);
  const held = { chambers: register.chambers.length, consultants: register.consultants.length };
  const entered = [chambers.added, chambers.changed, consultants.added, consultants.changed];
  if (entered.every((count) => count === 0)) return say("cli.register-same", held);
  return say("cli.register-loaded", {
    ...held,
    chambersAdded: chambers.added,
    chambersChanged: chambers.changed,
    consultantsAdded: consultants.added,
    consultantsChanged: consultants.changed,
  });
}
