import type { Amount, Months } from "../../../engine/schema/rule-set.ts";
import { absenceName, amountName, either } from "./names.ts";
import type { Voice } from "./voice.ts";

function excused(voice: Voice, { kinds, excuse, longerThanDays: days }: NonNullable<Months["absences"]>): string {
  const names = either(
    voice,
    kinds.map((kind) => absenceName(voice, kind)),
  );
  return voice.say(`explain.pro-rata.excused.${excuse}`, {
    kinds: names,
    longer: days === undefined ? "" : voice.say("explain.pro-rata.longer", { days }),
  });
}

/** A part of an amount in proportion to the months that count. */
export function proRata(voice: Voice, { of, months, outOf = "year" }: NonNullable<Amount["proRata"]>): string {
  const { say } = voice;
  return say("explain.pro-rata", {
    of: amountName(voice, of),
    outOf: say(`explain.pro-rata.out-of.${outOf}`),
    months: say(`explain.pro-rata.joining.${months.joining}`),
    excused: months.absences ? excused(voice, months.absences) : "",
  });
}
