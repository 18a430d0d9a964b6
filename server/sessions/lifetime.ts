import type { Session } from "../store/records.ts";

const MINUTE = 60_000;
const IDLE = 30 * MINUTE;
const LONGEST = 12 * 60 * MINUTE;
const REFRESHED_AFTER = 5 * MINUTE;

/** When a session that begins now ends at the latest: after 12 hours. */
export const latestEnd = (now: Date): string => new Date(now.getTime() + LONGEST).toISOString();

const since = (instant: string, now: Date): number => now.getTime() - Date.parse(instant);

/** Whether a session still holds: used in the last half hour, and not past its end. */
export const isAlive = ({ seenAt, expiresAt }: Session, now: Date): boolean =>
  since(seenAt, now) < IDLE && since(expiresAt, now) < 0;

/** Whether the store has to be told that a session is in use: every five minutes at most. */
export const isStale = ({ seenAt }: Session, now: Date): boolean => since(seenAt, now) >= REFRESHED_AFTER;
