import type { Request, Response } from "express";
import { HttpError } from "../../http/http-error.ts";
import type { Services } from "../../services.ts";
import { actorOf } from "../../sessions/actor-of.ts";
import { type SignedIn, signedInOf } from "../../sessions/signed-in.ts";
import type { Account, Stored } from "../../store/records.ts";
import type { Act } from "../act.ts";
import { submissionOf } from "../form/submission-of.ts";

/** Who acts by a form: the administrator who sent it. */
export function actOf({ store, now }: Services, response: Response, form: URLSearchParams, deed: string): Act {
  const { account } = signedInOf(response) as SignedIn;
  return { store, now, by: actorOf(account), submission: submissionOf(form, deed) };
}

/** The account that an address names. @throws {HttpError} 404 */
export async function accountIn({ store }: Pick<Services, "store">, { params }: Request): Promise<Stored<Account>> {
  const account = await store.account(params.account as string);
  if (!account) throw new HttpError(404);
  return account;
}
