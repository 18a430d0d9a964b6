import { ACTIONS, type Action } from "../authorisation/actions.ts";

/** What only looks, and changes nothing. */
const LOOKS = /\.(read|read-own|list|export|check|evaluate)$/;

/** The actions that make an event: all but those that only look. Said by the keys `event.<action>`. */
export const LOGGED_ACTIONS: readonly Action[] = ACTIONS.filter((action) => !LOOKS.test(action));
