import type { ErrorRequestHandler, Handler, Request, Response } from "express";
import { refererHere } from "../forms/same-origin.ts";
import { HttpError } from "../http/http-error.ts";
import { localAddress } from "../http/local-address.ts";
import { logWithRequest } from "../http/request-log.ts";
import { LANGUAGES } from "../language/languages.ts";
import { messages } from "../language/messages.ts";
import type { SendPage } from "./page.ts";
import { preferredLanguage } from "./remembered-language.ts";

/** The errors that have wording of their own; every other error of the request is shown as 400. */
const SHOWN = new Set([400, 403, 404, 405, 409, 413, 429, 500, 503, 507]);

function shownStatus(status: unknown): number {
  if (typeof status !== "number" || status < 400) return 500;
  if (SHOWN.has(status)) return status;
  return status < 500 ? 400 : 500;
}

/** What no page answered: 404. */
export const notFound: Handler = (_request, _response, next) => next(new HttpError(404));

/** Asks who has to sign in to do so, and to come back: to the page itself, or the one whose form was sent. */
function toSignIn(request: Request, response: Response): void {
  const next = request.method === "GET" ? request.originalUrl : null;
  const back = localAddress(next ?? refererHere(request));
  const query = back ? `?next=${encodeURIComponent(back)}` : "";
  response.redirect(303, `/${response.locals.language}/sign-in${query}`);
}

/** What is said where no page can be made: in every language, made ready while all is well. */
const plainErrorText = (): string =>
  LANGUAGES.map((language) => {
    const say = messages(language);
    return `${say("error.500.title")}. ${say("error.500.text")}\n`;
  }).join("\n");

/** Why the page of an error could not be made, and of which error it was: the log has both. */
function withCause(failure: unknown, error: unknown): unknown {
  if (failure instanceof Error && failure !== error) failure.cause ??= error;
  return failure;
}

/** What is shown of an error: in words of its own, where it has some. */
function shown(error: unknown, status: number): HttpError {
  return error instanceof HttpError && error.status === status ? error : new HttpError(status);
}

function show(sendPage: SendPage, response: Response, { status, wording, params, retryAfter }: HttpError): void {
  const say = messages(response.locals.language);
  response.status(status);
  if (retryAfter !== null) response.set("Retry-After", String(retryAfter));
  const text = say(`error.${wording}.text`, params);
  sendPage(response, "error", { title: say(`error.${wording}.title`) }, { text, status });
}

/** Answers with the page of an error, or with the way to sign in; what went wrong inside goes to the log alone. */
function answer(sendPage: SendPage, error: unknown, request: Request, response: Response): void {
  response.locals.language ??= preferredLanguage(request);
  response.set("Cache-Control", "no-store");
  const given = error instanceof Object && "status" in error ? error.status : null;
  if (given === 401) toSignIn(request, response);
  else showError(sendPage, error, shownStatus(given), response);
}

function showError(sendPage: SendPage, error: unknown, status: number, response: Response): void {
  if (status >= 500) logWithRequest(response, error);
  if (status === 503) response.set("Retry-After", "5");
  show(sendPage, response, shown(error, status));
}

/** What has begun to be sent cannot become a page any more: whoever reads it sees that it is not whole. */
function breakOff(error: unknown, request: Request, response: Response): void {
  request.log.error(error, "the answer was broken off");
  response.destroy();
}

/** Shows an error as a page in the reader's language; where no page can be made, in plain words, never a stack trace. */
export function errorPages(sendPage: SendPage): ErrorRequestHandler {
  const plain = plainErrorText();
  return function shownAsPage(error, request, response, _next) {
    if (response.headersSent) return breakOff(error, request, response);
    try {
      answer(sendPage, error, request, response);
    } catch (failure) {
      logWithRequest(response, withCause(failure, error));
      response.status(500).type("text/plain").send(plain);
    }
  };
}
