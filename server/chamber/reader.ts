import type { Response } from "express";
import { HttpError } from "../http/http-error.ts";
import { actorOf } from "../sessions/actor-of.ts";
import { signedInOf } from "../sessions/signed-in.ts";
import type { Actor } from "../store/records.ts";

/** Whoever is signed in, as the one who acts; nothing is recorded by nobody. */
export function reader(response: Response): Actor {
  const account = signedInOf(response)?.account;
  if (!account) throw new HttpError(401);
  return actorOf(account);
}
