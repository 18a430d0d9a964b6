import { randomUUID } from "node:crypto";
import type { Handler, Request, Response } from "express";
import { type Logger, stdSerializers } from "pino";
import { pinoHttp } from "pino-http";

const REQUEST_ID = /^[\w.-]{1,64}$/;

/** The id that a proxy gave to the request, where it is one, or a new one. */
function requestId(given: string | string[] | undefined): string {
  return typeof given === "string" && REQUEST_ID.test(given) ? given : randomUUID();
}

/** The path without its query, and without what follows `/link/`: the token of a link that works once. */
const pathOf = (url: string): string => url.replace(/\?.*$/s, "").replace(/(\/link\/).+$/i, "$1…");

/** An error without what it carries: the records of a conflict, or the values that a database names. */
function withoutRecords(error: Error) {
  const { type, message, stack } = stdSerializers.err(error);
  return { type, message, stack };
}

/** Logs one line a request: what was asked for and what came of it; never a body, a query, a cookie or an address. */
export function requestLog(logger: Logger): Handler {
  const log = pinoHttp({
    logger,
    genReqId: (request, response) => {
      const id = requestId(request.headers["x-request-id"]);
      response.setHeader("X-Request-Id", id);
      return id;
    },
    serializers: {
      req: ({ id, method, url }: Request) => ({ id, method, path: pathOf(url) }),
      err: withoutRecords,
      res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
    },
    customLogLevel: (_request, { statusCode }) => (statusCode >= 500 ? "error" : "info"),
  });
  return function logged(request, response, next) {
    log(request, response, next);
  };
}

/** Lets the line of the request carry the error that it failed with. */
export const logWithRequest = (response: Response, error: unknown): void =>
  void Object.assign(response, { err: error });
