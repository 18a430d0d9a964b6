import type { Language } from "../../../engine/index.ts";
import { formatInstant } from "../../language/instants.ts";
import { messages } from "../../language/messages.ts";
import { formatNumber } from "../../language/numbers.ts";
import type { KeptMeanwhile } from "./kept-meanwhile.ts";

/** What a conflict opens with: who changed the case and when, and what is decided on it. */
export function keptSide(language: Language, { kept, by, at }: KeptMeanwhile) {
  const say = messages(language);
  const { latest } = kept.state;
  return {
    changed: { name: by, instant: formatInstant(language, at) },
    kept: latest
      ? say("conflict.kept", {
          number: latest.number,
          outcome: say(`outcome.${latest.outcome}`),
          total: formatNumber(language, latest.total),
        })
      : null,
  };
}
