import { createHmac, timingSafeEqual } from "node:crypto";
import type { Request, Response } from "express";
import { secretCookie, sessionCookie } from "../sessions/secret-cookie.ts";
import { newToken } from "../sessions/secret-token.ts";
import { signedInOf } from "../sessions/signed-in.ts";

/** Ties the forms of a reader who is not signed in to their browser. */
export const anonymousCookie = secretCookie("form");

/** What the forms of this browser are tied to: its session, or the random cookie of a reader who has none. */
const secretOf = (request: Request, response: Response): string | null =>
  (signedInOf(response) ? sessionCookie : anonymousCookie).read(request);

const tokenFrom = (secret: string): string => createHmac("sha256", secret).update("form").digest("base64url");

function newSecret(response: Response): string {
  const secret = newToken();
  anonymousCookie.set(response, secret);
  return secret;
}

/**
 * The token that the forms of a page carry in the hidden field `csrf`: an HMAC under a secret that only the browser's
 * cookie holds. So it needs no key that the servers share, no place in the store, and ends with its session. All forms
 * of a page carry the same one.
 */
export function formToken(response: Response): string {
  response.set("Cache-Control", "no-store");
  response.locals.formToken ??= tokenFrom(secretOf(response.req, response) ?? newSecret(response));
  return response.locals.formToken;
}

/** Whether a form carries the token of its browser; compared in constant time. */
export function carriesToken(form: URLSearchParams, response: Response): boolean {
  const secret = secretOf(response.req, response);
  if (!secret) return false;
  const expected = Buffer.from(tokenFrom(secret));
  const given = Buffer.from(form.get("csrf") ?? "");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
