import type { ErrorRequestHandler, Handler } from "express";
import { HttpError } from "../http/http-error.ts";
import { logWithRequest } from "../http/request-log.ts";
import { messages } from "../language/messages.ts";
import type { SendPage } from "./page.ts";
import { preferredLanguage } from "./remembered-language.ts";

/** The errors that have wording of their own; every other error of the request is shown as 400. */
const SHOWN = new Set([400, 404, 413, 500]);

function shownStatus(status: unknown): number {
  if (typeof status !== "number" || status < 400 || status >= 500) return 500;
  return SHOWN.has(status) ? status : 400;
}

/** What no page answered: 404. */
export const notFound: Handler = (_request, _response, next) => next(new HttpError(404));

/** Shows an error as a page in the reader's language; what went wrong inside goes to the log alone. */
export const errorPages =
  (sendPage: SendPage): ErrorRequestHandler =>
  (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = shownStatus(error?.status);
    if (status === 500) logWithRequest(response, error);
    response.locals.language ??= preferredLanguage(response.req);
    const say = messages(response.locals.language);
    response.status(status).set("Cache-Control", "no-store");
    sendPage(response, "error", { title: say(`error.${status}.title`) }, { text: say(`error.${status}.text`), status });
  };
