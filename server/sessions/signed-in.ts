import type { Response } from "express";
import type { Action } from "../authorisation/actions.ts";
import type { Whose } from "../authorisation/whose.ts";
import type { Account, Session, Stored } from "../store/records.ts";

/** Who is signed in, by which session, and what they may do. */
export interface SignedIn {
  account: Stored<Account>;
  session: Stored<Session>;
  may(action: Action, whose?: Whose): boolean;
}

/** Who is signed in, for as long as a request is answered; null for nobody. */
export const signedInOf = ({ locals }: Pick<Response, "locals">): SignedIn | null => locals.signedIn ?? null;
