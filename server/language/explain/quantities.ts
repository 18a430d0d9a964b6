import type { Form, PointsOrAmount } from "../../../engine/schema/rule-set.ts";
import { formatDayAndMonth } from "../days.ts";
import { formatNumber } from "../numbers.ts";
import { amountName } from "./names.ts";
import type { Voice } from "./voice.ts";

export const number = ({ language }: Voice, value: number): string => formatNumber(language, value);

/** «2 балла». */
export const points = ({ say }: Voice, value: number): string => say("points", { points: value });

/** «2 балла», or the name of an amount. */
export const pointsOrAmount = (voice: Voice, value: PointsOrAmount): string =>
  typeof value === "number" ? points(voice, value) : amountName(voice, value.amount);

/** Points after a word that compares, as the language puts them there: «2 баллов», «чем «Норма»». */
export const thanPoints = ({ say }: Voice, value: number): string => say("explain.than.points", { points: value });
export const thanName = ({ say }: Voice, name: string): string => say("explain.than.name", { name });

export const than = (voice: Voice, value: PointsOrAmount): string =>
  typeof value === "number" ? thanPoints(voice, value) : thanName(voice, amountName(voice, value.amount));

/** «не более 6 баллов». */
export const atMost = (voice: Voice, most: PointsOrAmount): string =>
  voice.say("explain.at-most", { than: than(voice, most) });

/** «с округлением вниз до целого балла». */
export const rounding = (voice: Voice, { to, towards }: NonNullable<Form["rounding"]>): string =>
  voice.say(`explain.rounding.${towards}`, { to, step: points(voice, to) });

/** A day of every year, MM-DD: «15 февраля». */
export const monthDay = ({ language }: Voice, day: string): string => formatDayAndMonth(language, `2000-${day}`);

/** Days by their years: «2029 – 1 января, 8 марта; 2030 – 1 января». */
export function days(voice: Voice, list: readonly string[]): string {
  const years = [...new Set(list.map((day) => day.slice(0, 4)))];
  return years
    .map((year) => {
      const ofYear = list.filter((day) => day.startsWith(year)).map((day) => monthDay(voice, day.slice(5)));
      return `${year} – ${ofYear.join(", ")}`;
    })
    .join("; ");
}
