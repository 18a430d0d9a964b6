import type { Handler, Request } from "express";
import type { Language } from "../../engine/index.ts";
import { HttpError } from "../http/http-error.ts";
import { DEFAULT_LANGUAGE, isLanguage, LANGUAGES } from "../language/languages.ts";
import { signedInOf } from "../sessions/signed-in.ts";

const COOKIE = "language";
const YEAR_IN_MILLISECONDS = 365 * 24 * 60 * 60 * 1000;

function rememberedLanguage({ headers }: Request): Language | null {
  const [, value = ""] = /(?:^|;\s*)language=([a-z]+)/.exec(headers.cookie ?? "") ?? [];
  return isLanguage(value) ? value : null;
}

/** The language to speak where the address does not say: the remembered one, or what the browser asks for. */
export function preferredLanguage(request: Request): Language {
  const accepted = request.acceptsLanguages([...LANGUAGES]);
  return rememberedLanguage(request) ?? (accepted && isLanguage(accepted) ? accepted : DEFAULT_LANGUAGE);
}

/** Sends a reader who comes to `/` to the pages in the preferred language. */
export const toPreferredLanguage: Handler = (request, response) => {
  response.set({ Vary: "Accept-Language, Cookie", "Cache-Control": "no-store" });
  response.redirect(`/${preferredLanguage(request)}/`);
};

/** Takes the language from the address, and remembers it for the next visit. */
export const languageOfAddress: Handler = (request, response, next) => {
  const language = request.params.language as string;
  if (!isLanguage(language)) return next(new HttpError(404));
  response.locals.language = language;
  if (rememberedLanguage(request) !== language) {
    response.cookie(COOKIE, language, {
      maxAge: YEAR_IN_MILLISECONDS,
      httpOnly: true,
      sameSite: "lax",
      secure: request.secure,
    });
  }
  if (!signedInOf(response)) response.set("Cache-Control", "no-cache");
  next();
};
