import type { RequestHandler } from "express";
import { HttpError } from "../http/http-error.ts";
import { signedInOf } from "../sessions/signed-in.ts";
import type { Action } from "./actions.ts";
import { may } from "./may.ts";
import { whoseRecord } from "./whose.ts";

/** Lets a request on where the table allows the action; else 401 for whoever is not signed in, and 403. */
export const authorise = (action: Action): RequestHandler =>
  function authorised(request, response, next) {
    const account = signedInOf(response)?.account ?? null;
    if (may(account, action, whoseRecord(request, account?.id))) return next();
    next(new HttpError(account ? 403 : 401));
  };
