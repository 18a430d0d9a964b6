import type { Random } from "../random.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Almaty was six hours ahead of UTC until 1 March 2024, and has been five since. */
const hoursAhead = (day: string): number => (day < "2024-03-01" ? 6 : 5);

/** An instant, in milliseconds, at which an office of Kazakhstan works on that day: from 9 to half past six. */
export const inOfficeHours = (random: Random, day: string): number =>
  Date.parse(day) + (9 - hoursAhead(day)) * HOUR + random.between(0, 9 * 60 + 29) * MINUTE + random.between(0, 59_999);

/** An instant a few minutes after another. */
export const shortlyAfter = (random: Random, instant: number): number =>
  instant + random.between(4, 35) * MINUTE + random.between(0, 59_999);
