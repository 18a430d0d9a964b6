import { parseCookie } from "cookie";
import type { CookieOptions, Request, Response } from "express";
import { isToken } from "./secret-token.ts";

/** A cookie that holds a token until the browser is closed. */
export interface SecretCookie {
  read(request: Request): string | null;
  set(response: Response, token: string): void;
  clear(response: Response): void;
}

const optionsFor = ({ secure }: Request): CookieOptions => ({ httpOnly: true, sameSite: "lax", path: "/", secure });

/** The cookie of a name. Over TLS the prefix keeps other hosts of the domain from setting it (RFC 6265bis). */
export function secretCookie(name: string): SecretCookie {
  const nameFor = ({ secure }: Request): string => (secure ? `__Host-${name}` : name);
  return {
    read(request) {
      const token = parseCookie(request.headers.cookie ?? "")[nameFor(request)];
      return isToken(token) ? token : null;
    },
    set: (response, token) => void response.cookie(nameFor(response.req), token, optionsFor(response.req)),
    clear: (response) => void response.clearCookie(nameFor(response.req), optionsFor(response.req)),
  };
}

/** Holds the token of a session. */
export const sessionCookie = secretCookie("session");
