import { idOfToken, newToken } from "../../sessions/secret-token.ts";
import type { RecordChange } from "../../store/change.ts";
import type { OneTimeLink } from "../../store/records.ts";

const HOUR = 3_600_000;

/** How long a link may be used: an invitation for a week, the others for a day. */
const LIFETIMES: Readonly<Record<OneTimeLink["purpose"], number>> = {
  "set-up": 24 * HOUR,
  invitation: 7 * 24 * HOUR,
  reset: 24 * HOUR,
};

/** A link that was made: its token is known here alone, and shown once. */
export interface NewLink {
  token: string;
  expiresAt: string;
  record: RecordChange;
}

/** Makes a link; it works once its record is committed. */
export function newLink(purpose: OneTimeLink["purpose"], account: string | null, now: Date): NewLink {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + LIFETIMES[purpose]).toISOString();
  const state = { purpose, account, expiresAt };
  return { token, expiresAt, record: { kind: "link", id: idOfToken(token), from: 0, state } };
}
