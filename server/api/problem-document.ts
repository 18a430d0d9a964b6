import { STATUS_CODES } from "node:http";
import type { ErrorRequestHandler, Response } from "express";
import type { Problem } from "../../engine/index.ts";
import { HttpError } from "../http/http-error.ts";
import { logWithRequest } from "../http/request-log.ts";

/** What the API refuses, with the status that says so. */
export class ApiRefusal extends HttpError {
  override readonly name = "ApiRefusal";
  readonly problems: readonly Problem[];

  constructor(status: number, detail: string, problems: readonly Problem[] = []) {
    super(status, detail);
    this.problems = problems;
  }
}

/** Sends a problem document (RFC 9457). */
function sendProblem(response: Response, status: number, detail?: string, problems: readonly Problem[] = []): void {
  response.status(status).set("Cache-Control", "no-store").type("application/problem+json");
  response.send(
    JSON.stringify({
      type: "about:blank",
      title: STATUS_CODES[status],
      status,
      ...(detail ? { detail } : {}),
      ...(problems.length > 0 ? { problems } : {}),
    }),
  );
}

const DETAILS: Readonly<Record<number, string>> = {
  400: "The request cannot be read.",
  401: "Nobody is signed in.",
  403: "The account may not do this.",
  404: "There is nothing at this address.",
  405: "This address does not answer this method.",
  413: "The body is larger than 2 MB.",
  409: "The record was changed since; nothing was changed.",
  415: "The body has to be application/json.",
  429: "There were too many requests.",
  503: "The change could not be written, and nothing was changed; it may go through later.",
  507: "There is no room for the change, and nothing was changed.",
};

const shownStatus = (status: unknown): number =>
  typeof status === "number" && ((status >= 400 && status < 500) || status in DETAILS) ? status : 500;

/** Answers every error of the API as a problem document; what went wrong inside goes to the log alone. */
export const problemDocuments: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  if (error instanceof ApiRefusal) return sendProblem(response, error.status, error.message, error.problems);
  const status = shownStatus(error?.status);
  if (status >= 500) logWithRequest(response, error);
  sendProblem(response, status, DETAILS[status]);
};
