import type { Language } from "../../../engine/index.ts";
import { formatInstant } from "../../language/instants.ts";
import { messages } from "../../language/messages.ts";
import type { Sealer } from "../seals/sealer.ts";

/** How the seals of the log stand, in words: the word of the state, its tone, and what it rests on. */
export interface SealStatus {
  tone: "good" | "wait" | "bad";
  state: string;
  text: string;
}

/** Says how the seals of a log of so many events stand. */
export function sealStatus(
  language: Language,
  sealer: Pick<Sealer, "last" | "fault"> | null,
  events: number,
): SealStatus {
  const say = messages(language);
  const { last = null, fault = null } = sealer ?? {};
  const state = (tone: SealStatus["tone"], key: string, text: string) => ({
    tone,
    state: say(`audit.state.${key}`),
    text,
  });
  if (fault) return state("bad", fault, say(`audit.state.${fault}.text`));
  if (!last) return state("wait", "unsealed", say("audit.state.unsealed.text", { events }));
  const { number, size, at } = last;
  const sealed = {
    seal: number,
    at: formatInstant(language, at),
    size,
    first: String(number === 1),
    since: Math.max(0, events - size),
  };
  return state("good", "sealed", say("audit.state.sealed.text", sealed));
}
