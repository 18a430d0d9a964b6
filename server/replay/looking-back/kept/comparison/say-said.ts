import type { Language } from "../../../../../engine/index.ts";
import { messages } from "../../../../language/messages.ts";
import { formatNumber } from "../../../../language/numbers.ts";
import type { Replayed, Standing } from "../../../replay-case.ts";
import type { Unlike } from "../../../reproduce-task.ts";
import type { Said } from "./differing.ts";

function standing(language: Language, { outcome, total, norm }: Standing): string {
  const points = [total, norm].map((one) => formatNumber(language, one)).join(" / ");
  return `${messages(language)(`outcome.${outcome}`)} (${points})`;
}

function entry(language: Language, one: Replayed | Unlike): string {
  const say = messages(language);
  if ("decision" in one) {
    const { code, place, recorded, now } = one;
    return say(`unlike.${code}`, { place, recorded, now });
  }
  const { before, after } = one;
  return `${standing(language, before)} › ${after ? standing(language, after) : say("impact.refused")}`;
}

/** What a result says of a case, in words. */
export function saySaid(language: Language, said: Said): string {
  if (said.said === "listed") return said.entries.map((one) => entry(language, one)).join("; ");
  return messages(language)(`comparison.${said.said}`);
}
